import { afterEach, describe, expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import { createRoom, LEAST_ROOM } from '../../../lib/storage/room.ts';
import { faultOf } from '../../../lib/storage/storage-fault.ts';
import { anAnnotation, freshName } from './fresh-database.ts';

/** What Chromium says of a disk with that many bytes free. */
const inChromium = (free: number) => ({
  usage: 5000,
  quota: 5000 + free,
  usageDetails: { indexedDB: 5000 },
});

describe('how much room there is', () => {
  test('what Chromium says is free must be more than what the browser works with', async () => {
    await expect(createRoom(async () => inChromium(LEAST_ROOM)).demand()).resolves.toBeUndefined();
    const asked = createRoom(async () => inChromium(LEAST_ROOM - 1)).demand();
    const error = await asked.catch((thrown) => thrown);
    expect(faultOf(error)).toBe('full');
    expect(error.message).toContain(String(LEAST_ROOM - 1));
  });

  test('where no browser says what is free, nothing is refused, nor asked again', async () => {
    const share = { usage: 9000, quota: 8000 };
    for (const said of [share, {}, { usageDetails: {} }]) {
      let asked = 0;
      const room = createRoom(async () => {
        asked += 1;
        return said;
      });
      await room.demand();
      await room.demand();
      expect(asked).toBe(1);
    }
  });

  test('what a browser cannot say this once keeps nothing from being saved, and is asked again', async () => {
    let [isBroken, time] = [true, 0];
    const room = createRoom(
      async () => {
        if (isBroken) throw new TypeError('Internal error when calculating storage usage');
        return inChromium(0);
      },
      () => time,
    );
    await expect(room.demand()).resolves.toBeUndefined();
    isBroken = false;
    time += 30;
    await expect(room.demand()).rejects.toThrow('0 bytes');
  });

  test('room that was found is there for a moment, and then looked for again', async () => {
    let [free, time] = [LEAST_ROOM, 0];
    const room = createRoom(
      async () => inChromium(free),
      () => time,
    );
    await room.demand();
    free = 1;
    await expect(room.demand()).resolves.toBeUndefined();
    time += 30;
    await expect(room.demand()).rejects.toThrow('1 bytes');
  });

  test('who was refused may try again at once when there is room', async () => {
    let free = 0;
    const room = createRoom(
      async () => inChromium(free),
      () => 0,
    );
    await expect(room.demand()).rejects.toThrow('0 bytes');
    free = LEAST_ROOM;
    await expect(room.demand()).resolves.toBeUndefined();
  });
});

describe('a library on a disk that is almost full', () => {
  afterEach(() => vi.restoreAllMocks());

  /** The disk is full in between; what was written before is there. */
  async function fullLibrary() {
    let free = Number.POSITIVE_INFINITY;
    let time = 0;
    const measured = async () => {
      // As long as a busy browser takes, in which a transaction would come to its end.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return inChromium(free);
    };
    const database = openDatabase(
      freshName(),
      createRoom(measured, () => {
        time += 1000;
        return time;
      }),
    );
    const annotations = createAnnotationRepository(database);
    const kept = anAnnotation({ note: 'Kept' });
    free = 1e12;
    await annotations.save(kept);
    free = 1000;
    return { database, annotations, kept, makeRoom: () => (free = 1e12) };
  }

  test('takes nothing, by whatever way it comes, and hands nothing of it to the disk', async () => {
    const { database, annotations, kept } = await fullLibrary();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    const nothing = { drafts: [], posts: [], readings: [], colourNames: {} };
    const writes = [
      () => annotations.save(anAnnotation()),
      () => annotations.saveColour(kept.id, 'pink'),
      () => annotations.delete(kept.id),
      () => createDraftRepository(database).save(kept.id, 'A thought'),
      () => createBulkChanges(database).delete([kept.id]),
      () => createLibraryImports(database).write({ annotations: [anAnnotation()], ...nothing }),
      () => database.settings.add({ key: 'one', value: 1 }),
    ];
    for (const write of writes) expect(faultOf(await write().catch((e) => e))).toBe('full');
    expect(put).not.toHaveBeenCalled();
    expect(add).not.toHaveBeenCalled();
    expect(await annotations.listAll()).toEqual([kept]);
  });

  test('can be read, and be emptied, and takes what comes when there is room again', async () => {
    const { database, annotations, kept, makeRoom } = await fullLibrary();
    expect(await annotations.find(kept.id)).toEqual(kept);
    await database.annotations.delete(kept.id);
    expect(await annotations.count()).toBe(0);
    makeRoom();
    await annotations.save(kept);
    expect(await annotations.listAll()).toEqual([kept]);
  });
});
