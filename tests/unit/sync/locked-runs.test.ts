import { expect, test } from 'vitest';
import { createLockedRuns } from '../../../lib/sync/locked-runs.ts';

/** Runs that are each held until they are let go. */
function heldRuns() {
  const [acted, done]: [string[], string[]] = [[], []];
  const held: (() => void)[] = [];
  const runs = createLockedRuns<string>(
    navigator.locks,
    `lock ${crypto.randomUUID()}`,
    (before, wish) => `${before} and ${wish}`,
    async (wish) => {
      acted.push(wish);
      await new Promise<void>((resolve) => held.push(resolve));
      done.push(wish);
    },
  );
  const letGo = async (times: number) => {
    for (let left = times; left > 0; left -= 1) {
      while (held.length === 0) await new Promise((resolve) => setTimeout(resolve));
      held.shift()?.();
    }
  };
  return { ...runs, acted, done, letGo };
}

test('who asks while a run is under way is answered when the next one is done, which grants all that was wished', async () => {
  const { run, acted, done, letGo } = heldRuns();
  const first = run('a');
  while (acted.length === 0) await new Promise((resolve) => setTimeout(resolve));
  const later = Promise.all([run('b'), run('c')]).then(() => [...done]);
  await letGo(2);
  expect(await later).toEqual(['a', 'b and c']);
  await first;
});

test('a run that fails does not keep the next from running', async () => {
  let left = 1;
  const runs = createLockedRuns<void>(
    { request: navigator.locks.request.bind(navigator.locks) as LockManager['request'] },
    `lock ${crypto.randomUUID()}`,
    () => {},
    async () => {
      left -= 1;
      if (left === 0) throw new Error('This run fails.');
    },
  );
  const { error } = console;
  console.error = () => {};
  await runs.run().finally(() => {
    console.error = error;
  });
  await runs.run();
  expect(left).toBe(-1);
});
