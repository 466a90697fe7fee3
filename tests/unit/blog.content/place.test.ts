import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, GAP, placeBeside, type Size } from '../../../entrypoints/blog.content/place.ts';

const SEEN: Box = { left: 0, top: 0, right: 1000, bottom: 700 };
const line = (left: number, top: number, right: number): Box => ({
  left,
  top,
  right,
  bottom: top + 20,
});

function boxAt({ left, top }: { left: number; top: number }, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const lines = fc
  .record({
    left: fc.integer({ min: 0, max: 400 }),
    top: fc.integer({ min: -300, max: 800 }),
    width: fc.integer({ min: 20, max: 900 }),
    count: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ left, top, width, count }) =>
    Array.from({ length: count }, (_, index) => line(left, top + index * 20, left + width)),
  );
const size = fc.record({
  width: fc.integer({ min: 50, max: 400 }),
  height: fc.integer({ min: 20, max: 300 }),
});

test('it stands within what is seen, and on no line of the passage while it fits above or below', () => {
  fc.assert(
    fc.property(lines, size, (lines, size) => {
      const box = boxAt(placeBeside(lines, size, SEEN), size);
      expect(box.left).toBeGreaterThanOrEqual(GAP);
      expect(box.top).toBeGreaterThanOrEqual(GAP);
      expect(box.right).toBeLessThanOrEqual(SEEN.right - GAP);
      expect(box.bottom).toBeLessThanOrEqual(SEEN.bottom - GAP);
      const need = size.height + 2 * GAP;
      const [first, last] = [lines[0] as Box, lines.at(-1) as Box];
      const fits = last.bottom + need <= SEEN.bottom || first.top - need >= SEEN.top;
      if (fits) expect(lines.some((one) => overlaps(one, box))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('it stands below the end of the passage, where the reader has stopped', () => {
  const passage = [line(400, 100, 700), line(50, 120, 200)];
  expect(placeBeside(passage, { width: 300, height: 40 }, SEEN)).toEqual({ left: 50, top: 148 });
});

test('it stands above when there is no room below', () => {
  const passage = [line(400, 640, 700), line(50, 660, 200)];
  expect(placeBeside(passage, { width: 300, height: 40 }, SEEN)).toEqual({ left: 400, top: 592 });
});

test('it stands beside a passage that fills the window from top to bottom', () => {
  const passage = Array.from({ length: 35 }, (_, index) => line(50, index * 20, 600));
  const size = { width: 300, height: 40 };
  const box = boxAt(placeBeside(passage, size, SEEN), size);
  expect(passage.some((one) => overlaps(one, box))).toBe(false);
});

test('in a page that is pinched open it keeps to the part that is seen', () => {
  const seen = { left: 300, top: 200, right: 500, bottom: 400 };
  const size = { width: 150, height: 40 };
  const box = boxAt(placeBeside([line(310, 350, 480)], size, seen), size);
  expect(box.left).toBeGreaterThanOrEqual(308);
  expect(box.bottom).toBeLessThanOrEqual(342);
});

test('for a passage out of sight it waits at the edge behind which that is', () => {
  const size = { width: 300, height: 40 };
  expect(placeBeside([line(50, -500, 200)], size, SEEN).top).toBe(GAP);
  expect(placeBeside([line(50, 900, 200)], size, SEEN).top).toBe(SEEN.bottom - 40 - GAP);
});
