import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAYERS, toLayers } from '../../../lib/highlight/layers.ts';

const item = (start: number, end: number) => ({ span: { start, end } });

test('passages apart from each other, or next to each other, are painted together', () => {
  expect(toLayers([item(0, 5), item(5, 9), item(20, 30)])).toEqual([0, 0, 0]);
  expect(toLayers([])).toEqual([]);
});

test('a passage inside another is painted above it, and one inside that above both', () => {
  expect(toLayers([item(10, 20), item(0, 100), item(12, 15), item(50, 60)])).toEqual([1, 0, 2, 1]);
});

test('of two that overlap, the shorter is painted above', () => {
  expect(toLayers([item(0, 10), item(8, 30)])).toEqual([1, 0]);
});

test('of the same words twice, the later made is painted above', () => {
  expect(toLayers([item(0, 10), item(0, 10)])).toEqual([0, 1]);
});

test('there are no more layers than can be painted', () => {
  const nested = Array.from({ length: 9 }, (_, depth) => item(depth, 100 - depth));
  expect(toLayers(nested)).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2]);
});

const items = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([at, size]) => item(at, at + size)),
  { maxLength: 12 },
);

test('a shorter passage is never painted below a longer one that it overlaps', () => {
  fc.assert(
    fc.property(items, (all) => {
      const layers = toLayers(all);
      all.forEach(({ span: a }, i) => {
        expect(layers[i]).toBeLessThan(LAYERS);
        all.forEach(({ span: b }, j) => {
          const overlap = a.start < b.end && b.start < a.end;
          if (!overlap || a.end - a.start >= b.end - b.start) return;
          const [shorter, longer] = [layers[i] as number, layers[j] as number];
          expect(shorter > longer || shorter === LAYERS - 1).toBe(true);
        });
      });
    }),
  );
});
