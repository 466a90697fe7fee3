import { expect, test, vi } from 'vitest';
import { retry } from '../../../lib/messaging/retry.ts';

/** Something that fails so many times, and the pauses made between, in milliseconds. */
function failing(times: number) {
  const pauses: number[] = [];
  let attempts = 0;
  const attempt = vi.fn(async () => {
    attempts += 1;
    if (attempts <= times) throw new Error(`Attempt ${attempts}`);
    return 'done';
  });
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  return { attempt, wait, pauses };
}

test('what succeeds is done once, and at once', async () => {
  const { attempt, wait, pauses } = failing(0);
  expect(await retry(attempt, wait)).toBe('done');
  expect(attempt).toHaveBeenCalledOnce();
  expect(pauses).toEqual([]);
});

test('what fails is tried again after ever longer pauses, until it succeeds', async () => {
  const twice = failing(2);
  expect(await retry(twice.attempt, twice.wait)).toBe('done');
  expect(twice.pauses).toEqual([250, 1000]);
  const thrice = failing(3);
  expect(await retry(thrice.attempt, thrice.wait)).toBe('done');
  expect(thrice.pauses).toEqual([250, 1000, 3000]);
});

test('after four attempts the last failure is the answer', async () => {
  const { attempt, wait, pauses } = failing(4);
  await expect(retry(attempt, wait)).rejects.toThrow('Attempt 4');
  expect(attempt).toHaveBeenCalledTimes(4);
  expect(pauses).toEqual([250, 1000, 3000]);
});

test('the next attempt waits for the pause', async () => {
  const { attempt } = failing(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const result = retry(attempt, () => promise);
  await new Promise((settled) => setTimeout(settled));
  expect(attempt).toHaveBeenCalledOnce();
  resolve();
  expect(await result).toBe('done');
});

test('an attempt that throws before it begins is an attempt', async () => {
  const attempt = vi.fn(() => {
    throw new Error('The extension was reloaded');
  });
  await expect(retry(attempt, async () => undefined)).rejects.toThrow('reloaded');
  expect(attempt).toHaveBeenCalledTimes(4);
});
