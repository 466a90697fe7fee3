import { expect, test } from 'vitest';
import { isAlarming } from '../../../lib/sync/failsafe.ts';

test.each([
  ['1 of 3', 1, 3, false],
  ['9 of 9', 9, 9, false],
  ['10 of 49', 10, 49, true],
  ['10 of 50', 10, 50, false],
  ['100 of 10,000', 100, 10_000, false],
  ['101 of 10,000', 101, 10_000, true],
])('removing %s asks first or does not', (_, removed, present, asks) => {
  expect(isAlarming(removed, present)).toBe(asks);
});
