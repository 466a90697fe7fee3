// @vitest-environment jsdom
import fc from 'fast-check';
import { processTextFragmentDirective } from 'text-fragments-polyfill/text-fragment-utils';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { createFragmentFinder } from '../../../lib/markdown/text-fragment.ts';
import { readPosts } from '../../fixtures/blog/read-posts.ts';

test('a short passage that stands once is named by its words', () => {
  const find = createFragmentFinder('One two three four. Five six seven.');
  expect(find('two three four.')).toBe(':~:text=two%20three%20four.');
});

test('a passage that stands twice is named with what stands around it', () => {
  const find = createFragmentFinder('We ship on Monday, always. They ship on Monday, never.');
  const twice = 'ship on Monday,';
  expect(find(twice, 'They ')).toBe(':~:text=They-,ship%20on%20Monday%2C,-never.');
  expect(find(twice, 'We ')).toBe(':~:text=We-,ship%20on%20Monday%2C,-always.');
});

test('a passage over paragraphs is named by its first and last words', () => {
  const find = createFragmentFinder('Before. One two three four.\n\nFive six seven eight. After.');
  expect(find('One two three four.\n\nFive six seven eight.')).toBe(
    ':~:text=One%20two%20three,six%20seven%20eight.',
  );
});

test('a passage that begins or ends within a word is named by whole words', () => {
  const find = createFragmentFinder('It was remarkably unhelpful of them.');
  expect(find('markably unhelp')).toContain('remarkably%20unhelpful');
});

test('the signs of the directive itself are written as codes', () => {
  const find = createFragmentFinder('A well-known, odd & old - one.');
  expect(find('well-known, odd & old - one.')).toBe(
    ':~:text=well%2Dknown%2C%20odd%20%26%20old%20%2D%20one.',
  );
});

test('a passage that is not in the post has no address of its own', () => {
  expect(createFragmentFinder('Something else.')('Not here.')).toBeUndefined();
});

test('a passage that cannot be told from another has none either', () => {
  const verse = Array(40).fill('row your boat').join(' ');
  expect(createFragmentFinder(verse)('your boat row')).toBeUndefined();
});

test('any text and passage make a directive that can be read back, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, passage) => {
      const directive = createFragmentFinder(text)(passage);
      expect(() => decodeURIComponent(directive ?? '')).not.toThrow();
    }),
  );
});

const posts = readPosts();
const LENGTHS = [8, 40, 200, 600];

describe('in the posts of the sample blog, another program finds by it', () => {
  test.each(posts.map((post) => [post.title, post.html] as const))('%s', (_, html) => {
    document.body.innerHTML = html;
    const dom = readText(document.body);
    const text = dom.passageOf({ start: 0, end: dom.text.length });
    const find = createFragmentFinder(text);
    let found = 0;
    const tries = 12;
    for (let i = 0; i < tries; i++) {
      const start = Math.floor((dom.text.length * (i + 0.3)) / tries);
      const end = Math.min(dom.text.length, start + (LENGTHS[i % 4] ?? 0));
      const passage = dom.passageOf({ start, end });
      const prefix = dom.text.slice(Math.max(0, start - 32), start);
      const directive = find(passage, prefix);
      if (!directive) continue;
      found++;
      const [range] = processTextFragmentDirective(toParts(directive), document, document.body);
      const words = wordsOf(range?.toString() ?? '');
      expect(words).toContain(wordsOf(passage));
      // Grown to whole words at both ends, and no further.
      expect(words.length - wordsOf(passage).length).toBeLessThan(40);
    }
    expect(found).toBeGreaterThanOrEqual(tries - 1);
  });
});

/** What a browser makes of a directive. */
function toParts(directive: string) {
  const parts = directive.slice(':~:text='.length).split(',');
  const decode = (part = '') => decodeURIComponent(part);
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()?.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()?.slice(1)) : undefined;
  return { prefix, textStart: decode(parts[0]), textEnd: parts[1] && decode(parts[1]), suffix };
}

function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
