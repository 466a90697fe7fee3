import { packLibrary, unpackLibrary } from '../../lib/exchange/pack-library.ts';
import type { LongLibrary } from '../../lib/exchange/waymark-json.ts';
import type { LibraryRepository } from '../../lib/storage/library-repository.ts';
import { isSnapshotDue, type Snapshot } from '../../lib/storage/snapshot.ts';
import type { SnapshotShelf } from '../../lib/storage/snapshot-shelf.ts';

/** Makes snapshots of the library, and looks at each again when it has been written. */
export interface Backups {
  /** Make one when a day has passed since the last look. Undefined when there was nothing to do. */
  makeDue(): Promise<Snapshot | undefined>;
  /** Make one now, unless the last one says the same. Undefined when it does. */
  make(): Promise<Snapshot | undefined>;
}

export interface BackupServices {
  library: Pick<LibraryRepository, 'readAnnotations' | 'readSurroundings'>;
  shelf: SnapshotShelf;
  now?: () => number;
  /** Put a packed snapshot somewhere else, too. What goes wrong there is its own to tell. */
  copy?: (snapshot: Snapshot, packed: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Tell the browser, now and then in a long work, that this is no idle background. */
  stayAwake?: () => Promise<unknown>;
  /** Do one thing at a time in all of the extension. */
  alone?: <T>(act: () => Promise<T>) => Promise<T>;
}

export function createBackups(services: BackupServices): Backups {
  const { library, shelf, copy, now = Date.now, alone = aloneInBrowser, stayAwake } = services;

  const make = async (): Promise<Snapshot | undefined> => {
    const time = now();
    const annotations = awake(library.readAnnotations(), stayAwake);
    // What no schema accepts is looked at, and kept apart, when it is written.
    const { readSurroundings } = library as unknown as LongLibrary;
    const packed = await packLibrary({ annotations, readSurroundings }, new Date(time));
    const [last] = await shelf.list();
    const { bytes, unpacked, notes, digest } = packed;
    // Notes that are suddenly none were erased or lost: in neither case that is worth a place.
    const isSomething = notes > 0 || (packed.records > 0 && !last?.notes);
    const isNew = isSomething && digest !== last?.digest;
    const made = { bytes, unpacked, notes, digest, taken: new Date(time).toISOString() };
    const snapshot = isNew ? await shelf.save(made, (read) => check(read, unpacked)) : undefined;
    await shelf.saveLooked(time);
    if (snapshot) await copy?.(snapshot, bytes);
    return snapshot;
  };

  return {
    make: () => alone(make),
    makeDue: () =>
      alone(async () => (isSnapshotDue(await shelf.findLooked(), now()) ? make() : undefined)),
  };
}

/** Chromium kills a background that asks nothing of it for half a minute. Milliseconds. */
const DROWSY = 10_000;

async function* awake<T>(chunks: AsyncIterable<T>, stayAwake?: () => Promise<unknown>) {
  let last = performance.now();
  for await (const chunk of chunks) {
    yield chunk;
    if (performance.now() - last < DROWSY) continue;
    await stayAwake?.();
    last = performance.now();
  }
}

/**
 * @throws RangeError when it is shorter or longer than what was packed; TypeError when its checksum
 * is another.
 */
async function check(read: Uint8Array<ArrayBuffer>, unpacked: number): Promise<void> {
  const { length } = await unpackLibrary(read);
  if (length !== unpacked) throw new RangeError(`${length} bytes were kept of ${unpacked}`);
}

/** The background and the settings write to one shelf. */
function aloneInBrowser<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks.request('waymark snapshots', act) as Promise<T>;
}
