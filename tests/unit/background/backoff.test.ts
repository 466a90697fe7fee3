import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imposedPause, pauseAfter } from '../../../entrypoints/background/backoff.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('the pause doubles with every failure, and has an upper limit', () => {
  expect([0, 1, 2, 3, 4].map((failures) => pauseAfter(failures, 1))).toEqual([
    0,
    MINUTE,
    2 * MINUTE,
    4 * MINUTE,
    8 * MINUTE,
  ]);
  expect(pauseAfter(10_000, 1)).toBe(12 * HOUR);
});

test('chance spreads it over the upper half', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), random, (failures, chance) => {
      const longest = pauseAfter(failures, 1);
      expect(pauseAfter(failures, chance)).toBeGreaterThanOrEqual(longest / 2);
      expect(pauseAfter(failures, chance)).toBeLessThanOrEqual(longest);
    }),
  );
});

test('a pause the server asks for is kept, within a day, and never shortens ours', () => {
  expect(imposedPause(5 * MINUTE, 1, 1)).toBe(5 * MINUTE);
  expect(imposedPause(1, 4, 1)).toBe(8 * MINUTE);
  expect(imposedPause(1e15, 1, 1)).toBe(24 * HOUR);
});
