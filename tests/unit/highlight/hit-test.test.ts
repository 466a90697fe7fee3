import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAt } from '../../../lib/highlight/hit-test.ts';

const item = (start: number, end: number) => ({ span: { start, end } });

test('a highlight inside another is found before the one around it, whichever is listed first', () => {
  const outer = item(0, 100);
  const inner = item(40, 60);
  expect(findAt([outer, inner], 50)).toBe(inner);
  expect(findAt([inner, outer], 50)).toBe(inner);
  expect(findAt([inner, outer], 20)).toBe(outer);
});

test('a passage holds its first character and not the one after its last', () => {
  const only = item(5, 8);
  expect([4, 5, 7, 8].map((offset) => findAt([only], offset))).toEqual([
    undefined,
    only,
    only,
    undefined,
  ]);
});

test('of two equally long, the first listed is found', () => {
  const [first, second] = [item(0, 10), item(5, 15)];
  expect(findAt([first, second], 7)).toBe(first);
});

test('nothing is found where nothing is', () => {
  expect(findAt([], 0)).toBeUndefined();
});

test('what is found holds the place, and nothing shorter does', () => {
  const spans = fc.array(
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }))
      .map(([at, length]) => item(at, at + length)),
  );
  fc.assert(
    fc.property(spans, fc.nat(60), (items, offset) => {
      const holding = items.filter(({ span }) => span.start <= offset && offset < span.end);
      const shortest = Math.min(...holding.map(({ span }) => span.end - span.start));
      const found = findAt(items, offset);
      expect(found !== undefined).toBe(holding.length > 0);
      if (found) {
        expect(holding).toContain(found);
        expect(found.span.end - found.span.start).toBe(shortest);
      }
    }),
  );
});
