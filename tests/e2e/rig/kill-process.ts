import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at whether a process has ended, and how often to look. */
const PAUSE = 20;
const LOOKS = 250;

/**
 * End processes that this program has started, without a word to them, and wait until they are gone:
 * their files are locked until then.
 *
 * @throws Error when one is still there after five seconds.
 */
export async function killProcesses(ids: readonly number[]): Promise<void> {
  for (const id of ids.filter(isThere)) process.kill(id, 'SIGKILL');
  for (let look = 0; look < LOOKS; look += 1) {
    if (!ids.some(isThere)) return;
    await setTimeout(PAUSE);
  }
  throw new Error(`Not all of the processes ${ids} have ended`);
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
