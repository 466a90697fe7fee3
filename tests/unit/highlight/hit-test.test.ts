import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAt, indexSpans, type Spanned } from '../../../lib/highlight/hit-test.ts';

const item = (start: number, end: number) => ({ span: { start, end } });
const find = <T extends Spanned>(items: T[], offset: number) => findAt(indexSpans(items), offset);

/** What the answer must be, found by looking at all of them. */
function scan<T extends Spanned>(items: readonly T[], offset: number): T | undefined {
  const holding = items.filter(({ span }) => span.start <= offset && offset < span.end);
  const lengthOf = ({ span }: Spanned) => span.end - span.start;
  const [first] = holding.toSorted(
    (a, b) => lengthOf(a) - lengthOf(b) || a.span.start - b.span.start,
  );
  return first;
}

test('a highlight inside another is found before the one around it, whichever is listed first', () => {
  const outer = item(0, 100);
  const inner = item(40, 60);
  expect(find([outer, inner], 50)).toBe(inner);
  expect(find([inner, outer], 50)).toBe(inner);
  expect(find([inner, outer], 20)).toBe(outer);
  expect(find([inner, outer], 80)).toBe(outer);
});

test('a passage holds its first character and not the one after its last', () => {
  const only = item(5, 8);
  expect([4, 5, 7, 8].map((offset) => find([only], offset))).toEqual([
    undefined,
    only,
    only,
    undefined,
  ]);
});

test('of two equally long, the one that starts first is found', () => {
  const [first, second] = [item(0, 10), item(5, 15)];
  expect(find([first, second], 7)).toBe(first);
  expect(find([second, first], 7)).toBe(first);
});

test('nothing is found where nothing is', () => {
  expect(find([], 0)).toBeUndefined();
});

test('the answer is that of looking at all passages, nested, overlapping or equal', () => {
  const spans = fc.array(
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }))
      .map(([at, length]) => item(at, at + length)),
  );
  fc.assert(
    fc.property(spans, fc.nat(60), (items, offset) => {
      expect(find(items, offset)?.span).toEqual(scan(items, offset)?.span);
    }),
    { numRuns: 1000 },
  );
});

test('among ten thousand passages only a few are looked at', () => {
  let looks = 0;
  const items = Array.from({ length: 10_000 }, (_, at) => ({
    get span() {
      looks += 1;
      return { start: at * 10, end: at * 10 + 15 };
    },
  }));
  const index = indexSpans(items);
  looks = 0;
  expect(findAt(index, 50_002)).toBe(items[4999]);
  expect(looks).toBeLessThan(30);
});
