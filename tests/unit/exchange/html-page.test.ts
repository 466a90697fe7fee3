// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAction, withKind, withTags } from '../../../lib/annotation/changes.ts';
import { toHtmlPage } from '../../../lib/exchange/html-page.ts';
import { ENGLISH } from '../../../lib/markdown/words.ts';
import { nasty } from '../markdown/nasty.ts';
import { anAnnotation, aPost } from '../markdown/read.ts';

const options = { language: 'en', words: ENGLISH };
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test('whatever a passage, a title or a tag is, it is text on the page', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (passage, title, tag) => {
      const annotation = withTags(anAnnotation(passage || 'x'), [tag]);
      const page = parse(toHtmlPage([aPost([], { title, annotations: [annotation] })], options));
      expect(page.querySelector('blockquote')?.textContent).toBe(asRead(passage || 'x'));
      expect(page.querySelector('h1')?.textContent).toBe(asRead(title));
      expect(page.querySelectorAll('script, iframe, img, form, object, embed, link')).toHaveLength(
        0,
      );
    }),
    { numRuns: 500 },
  );
});

test('whatever a note is, nothing in it runs or loads', () => {
  const dangers = [
    '<script>x</script>',
    '<img src=x onerror=y>',
    '[a](javascript:x)',
    '![i](https://a.b/c)',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.constantFrom(...dangers))), (parts) => {
      const page = parse(toHtmlPage([aPost([['p', parts.join('\n')]])], options));
      expect(
        page.querySelectorAll('script, iframe, form, object, embed, link, [onerror]'),
      ).toHaveLength(0);
      for (const link of page.querySelectorAll('a')) {
        expect(link.getAttribute('href')).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    }),
    { numRuns: 500 },
  );
});

test('the page forbids itself to load or run anything', () => {
  expect(toHtmlPage([aPost(['p'])], options)).toContain("default-src 'none'");
});

test('an action has a box, and its day', () => {
  const action = withAction(withKind(anAnnotation('Try.'), 'action'), { due: '2026-12-01' });
  const page = parse(toHtmlPage([aPost([], { annotations: [action] })], options));
  expect(page.querySelector('article')?.textContent).toContain('☐ due 2026-12-01');
});

/** A text as an HTML parser has it: line endings are one thing to it, and some characters none. */
function asRead(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}
