// @vitest-environment jsdom
import { expect, describe as suite, test } from 'vitest';
import { describe } from '../../../lib/anchoring/describe.ts';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { locate } from '../../../lib/anchoring/locate.ts';
import scenarios from '../../fixtures/anchor-scenarios.json' with { type: 'json' };

type Select = (typeof scenarios)[number]['select'];

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** From the first occurrence of `from` to the end of `to`, inside the element and child named. */
function select(document: Document, { from, to, within, childIndex }: Select) {
  const post = document.querySelector(within) as Element;
  const text = readText(post);
  const part = childIndex === null ? post : (post.children[childIndex] as Element);
  const begin = text.spanOf(rangeAround(part))?.start ?? 0;
  const start = text.text.indexOf(from, begin);
  return describe(text.text, { start, end: text.text.indexOf(to, start) + to.length });
}

function rangeAround(element: Element): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range;
}

function comparable(text: string): string {
  return text.replace(
    /[\s\u00ad\u200b-\u200d\u2060\ufeff'"\u2018\u2019\u201c\u201d\u2010-\u2015-]/g,
    '',
  );
}

suite('a passage is found again on another page of its post', () => {
  for (const { name, source, target, select: selection, expect: expected } of scenarios) {
    test(name, () => {
      const sourcePage = parse(source);
      const selectors = select(sourcePage, selection);
      const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
      const post = parse(target).querySelector(selection.within);
      const text = post && readText(post);
      const location = text && locate(text.text, selectors);
      if (expected.orphan) {
        expect(location?.state ?? 'orphan').toBe('orphan');
        return;
      }
      if (!text || !location || !('span' in location))
        throw new Error(`not found: ${location?.state}`);
      const words = expected.text === 'same-as-source' ? quote?.exact : expected.text;
      expect(comparable(text.rangeOf(location.span).toString())).toBe(comparable(words ?? ''));
      if (expected.ctx) {
        expect(text.text.slice(location.span.end).trimStart()).toMatch(
          new RegExp(`^${expected.ctx}`),
        );
      }
    });
  }
});
