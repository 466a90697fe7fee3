import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Bytes. */
const AT_ONCE = 65_536;
/** Bytes every ten milliseconds. */
const SLOWLY = 2 * 1024 * 1024;

/** Write zeros to a file until there is no room for another, and cut off as many as are to be left. */
export function fill(path: string, left: number): void {
  const file = openSync(path, 'w');
  try {
    for (let size = AT_ONCE; size >= 1; ) {
      try {
        writeSync(file, new Uint8Array(size));
      } catch {
        size = Math.floor(size / 16);
      }
    }
    ftruncateSync(file, fstatSync(file).size - left);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Write zeros until there is no room for more, 200 MB a second at most, as others do who know nothing of us. */
export async function fillSlowly(path: string): Promise<void> {
  const file = await open(path, 'w');
  const zeros = new Uint8Array(SLOWLY);
  const isWritten = () =>
    file.write(zeros).then(
      ({ bytesWritten }) => bytesWritten === SLOWLY,
      () => false,
    );
  while (await isWritten()) await setTimeout(10);
  await file.close();
}
