// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Marked, placeMarks } from '../../../entrypoints/blog.content/margin.ts';
import { spread } from '../../../entrypoints/blog.content/spread.ts';

const SIZE = { width: 24, height: 24 };

function rect(left: number, top: number, width: number, height: number): DOMRect {
  return { left, top, width, height, right: left + width, bottom: top + height } as DOMRect;
}

const marked = (top: number, body = rect(50, 0, 500, 2000)): Marked => ({
  line: rect(100, top, 200, 20),
  body,
});

test('what is spread keeps its order, overlaps nothing, and never rises', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 })), (unsorted) => {
      const tops = unsorted.toSorted((a, b) => a - b);
      const placed = spread(tops, 24);
      for (const [index, top] of placed.entries()) {
        expect(top).toBeGreaterThanOrEqual(tops[index] as number);
        if (index > 0) expect(top - (placed[index - 1] as number)).toBeGreaterThanOrEqual(24);
      }
    }),
  );
});

test('a mark stands at the first line of its passage, after the text', () => {
  expect(placeMarks([marked(100)], SIZE, 800)).toEqual([{ left: 552, top: 98 }]);
});

test('where there is no room after the text it stands before it, and else at the edge of the window', () => {
  const wide = rect(50, 0, 740, 2000);
  expect(placeMarks([marked(100, wide)], SIZE, 800)[0]?.left).toBe(24);
  const full = rect(10, 0, 300, 2000);
  expect(placeMarks([marked(100, full)], SIZE, 320)[0]?.left).toBe(296);
});

test('marks of neighbours make room for one another, those of other posts beside them do not', () => {
  const other = rect(600, 0, 100, 2000);
  const places = placeMarks([marked(100), marked(105), marked(100, other)], SIZE, 800);
  expect(places.map((place) => place?.top)).toEqual([98, 122, 98]);
});

test('what is not drawn has no mark', () => {
  const hidden = { line: undefined, body: rect(50, 0, 500, 2000) };
  expect(placeMarks([hidden, marked(100)], SIZE, 800)).toEqual([undefined, { left: 552, top: 98 }]);
});
