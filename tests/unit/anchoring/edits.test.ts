// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { describe } from '../../../lib/anchoring/describe.ts';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { fold } from '../../../lib/anchoring/fold.ts';
import { locate } from '../../../lib/anchoring/locate.ts';
import type { Span } from '../../../lib/anchoring/span.ts';
import { type Edit, MOVABLE, MUST_ORPHAN, POST } from './edits.ts';
import { bodyOf } from './html.ts';

/** What is found of a passage after the edit. */
function foundAfter({ passage, edit }: Edit): { state: string; found: string | undefined } {
  const before = readText(bodyOf(POST)).text;
  const start = before.indexOf(fold(passage).text);
  if (start === -1) throw new Error(`The post does not hold “${passage}”`);
  const selectors = describe(before, { start, end: start + fold(passage).text.length });
  const after = readText(bodyOf(edit(POST))).text;
  const location = locate(after, selectors);
  if (!('span' in location)) return { state: location.state, found: undefined };
  return { state: location.state, found: after.slice(location.span.start, location.span.end) };
}

suite('a passage is followed when', () => {
  test.each(MOVABLE)('$name', (edit) => {
    expect(foundAfter(edit).found).toBe(fold(edit.outcome ?? edit.passage).text);
  });
});

suite('a passage is an orphan, and nothing else is shown as it, when', () => {
  test.each(MUST_ORPHAN)('$name', (edit) => {
    expect(foundAfter(edit)).toEqual({ state: 'orphan', found: undefined });
  });
});

/** The offsets at which words begin, and those at which they end. */
function wordEdges(text: string): Span[] {
  return Array.from(text.matchAll(/[\w'-]+/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** A stretch of whole words of the post. */
function spanOfWords(text: string, first: number, count: number): Span {
  const words = wordEdges(text);
  const from = first % words.length;
  const to = Math.min(from + count, words.length - 1);
  return { start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 };
}

test('no stretch of at least eight letters is found after it was deleted', () => {
  const { text } = readText(bodyOf(POST));
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 60 }), (first, count) => {
      const span = spanOfWords(text, first, count);
      fc.pre(span.end - span.start >= 8);
      const edited = text.slice(0, span.start) + text.slice(span.end);
      expect(locate(edited, describe(text, span))).not.toHaveProperty('span');
    }),
    { numRuns: 250 },
  );
});

test('no stretch of words is mistaken for another after any one word elsewhere has changed', () => {
  const { text } = readText(bodyOf(POST));
  const words = wordEdges(text);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 40 }), fc.nat(), (first, count, at) => {
      const span = spanOfWords(text, first, count);
      const changed = words[at % words.length] as Span;
      fc.pre(changed.end <= span.start || changed.start >= span.end);
      const edited = `${text.slice(0, changed.start)}elephants${text.slice(changed.end)}`;
      const shift = changed.end <= span.start ? edited.length - text.length : 0;
      expect(locate(edited, describe(text, span))).toMatchObject({
        span: { start: span.start + shift, end: span.end + shift },
      });
    }),
    { numRuns: 250 },
  );
});

test('there are at least sixty edits', () => {
  expect(MOVABLE.length + MUST_ORPHAN.length).toBeGreaterThanOrEqual(60);
});
