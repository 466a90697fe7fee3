import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAYS,
  isSnapshotDue,
  LAST,
  listOutdated,
  type Snapshot,
  WEEKS,
} from '../../../lib/storage/snapshot.ts';
import { createSnapshotShelf, type ValueArea } from '../../../lib/storage/snapshot-shelf.ts';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = DAY / 24;
const NOW = Date.UTC(2026, 10, 23, 12);

/** Values as a browser keeps them, where one write after another may fail. */
function anArea(values = new Map<string, unknown>()) {
  let left = Number.POSITIVE_INFINITY;
  const area: ValueArea = {
    get: async (keys) =>
      Object.fromEntries(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    async set(given) {
      left -= 1;
      if (left < 0) throw new DOMException('Killed', 'AbortError');
      for (const [key, value] of Object.entries(given)) values.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of keys) values.delete(key);
    },
  };
  return {
    values,
    area,
    dieAfter(writes: number) {
      left = writes;
    },
  };
}

const taken = (time: number) => new Date(time).toISOString();
const aSnapshot = (number: number, time: number): Snapshot => ({
  number,
  taken: taken(time),
  size: 1,
  unpacked: 1,
  notes: 0,
  digest: '',
  pieces: 1,
});
const made = (bytes: Uint8Array<ArrayBuffer>, time = NOW) => ({
  bytes,
  taken: taken(time),
  unpacked: bytes.length,
  notes: 1,
  digest: 'd',
});
const fine = async () => {};

/** What is left after snapshots were made at these times, one after another. */
function rolled(times: readonly number[]): Snapshot[] {
  let kept: Snapshot[] = [];
  times.forEach((time, index) => {
    const all = [...kept, aSnapshot(index + 1, time)];
    const outdated = new Set(listOutdated(all));
    kept = all.filter((one) => !outdated.has(one));
  });
  return kept;
}

describe('when a snapshot is due', () => {
  test('once a day, whether or not the alarm is early', () => {
    expect(isSnapshotDue(undefined, NOW)).toBe(true);
    expect(isSnapshotDue(NOW - DAY + HOUR / 2, NOW)).toBe(true);
    expect(isSnapshotDue(NOW - DAY / 2, NOW)).toBe(false);
  });

  test('at once when the clock was set back, and a day later again', () => {
    expect(isSnapshotDue(NOW + 365 * DAY, NOW)).toBe(true);
    expect(isSnapshotDue(NOW, NOW + HOUR)).toBe(false);
  });
});

describe('which snapshots are kept', () => {
  test('of a year of days the last seven and one of each of four weeks before', () => {
    const days = Array.from({ length: 365 }, (_, day) => NOW + day * DAY);
    const kept = rolled(days);
    expect(kept).toHaveLength(DAYS + WEEKS);
    const ages = kept.map((one) => ((days.at(-1) ?? 0) - Date.parse(one.taken)) / DAY);
    expect(ages.toSorted((a, b) => a - b).slice(0, DAYS)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(3 * 7 + DAYS);
  });

  test('of one day the last three', () => {
    const times = [0, 1, 2, 3, 4].map((hour) => NOW + hour * HOUR);
    expect(rolled(times).map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  test('of the day before the last, once there are enough', () => {
    const times = [0, 1, 2, 24, 25, 26, 48].map((hour) => NOW + hour * HOUR);
    expect(rolled(times).map(({ number }) => number)).toEqual([3, 5, 6, 7]);
  });

  test('the newest always, and never more than thirteen, whatever the clock does', () => {
    const clock = fc.array(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(clock, (times) => {
        const kept = rolled(times);
        expect(kept.length).toBeLessThanOrEqual(LAST - 1 + DAYS + WEEKS);
        expect(kept.some(({ number }) => number === times.length)).toBe(true);
      }),
    );
  });
});

describe('the shelf', () => {
  test('gives back any bytes, newest snapshot first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1 }),
        fc.uint8Array({ minLength: 1 }),
        async (...two) => {
          const { area } = anArea();
          const shelf = createSnapshotShelf(area);
          for (const [day, bytes] of two.entries()) {
            await shelf.save(made(new Uint8Array(bytes), NOW + day * DAY), fine);
          }
          const list = await shelf.list();
          expect(list.map(({ number }) => number)).toEqual([2, 1]);
          const read = await Promise.all(list.map((one) => shelf.read(one)));
          expect(read.toReversed().map((bytes) => Array.from(bytes))).toEqual(
            two.map((bytes) => Array.from(bytes)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('cuts a long one into pieces', async () => {
    const { area, values } = anArea();
    const shelf = createSnapshotShelf(area);
    const bytes = new Uint8Array(1_000_000).map((_, index) => index % 251);
    const kept = await shelf.save(made(bytes), fine);
    expect(kept).toMatchObject({ pieces: 3, size: 1_000_000 });
    expect(values.size).toBe(4);
    expect(Buffer.from(await shelf.read(kept)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('keeps what it had when the new one is not read back as it was written', async () => {
    const { area } = anArea();
    const shelf = createSnapshotShelf(area);
    await shelf.save(made(new Uint8Array([1])), fine);
    const spoiled = shelf.save(made(new Uint8Array([2]), NOW + DAY), async () => {
      throw new RangeError('Not the same');
    });
    await expect(spoiled).rejects.toThrow('Not the same');
    expect((await shelf.list()).map(({ number }) => number)).toEqual([1]);
  });

  test('killed after any write it has every snapshot it had, and later no rubbish', async () => {
    for (let writes = 0; writes < 6; writes++) {
      const { area, values, dieAfter } = anArea();
      const shelf = createSnapshotShelf(area);
      const first = await shelf.save(made(new Uint8Array([1])), fine);
      dieAfter(writes);
      const second = made(new Uint8Array(800_000), NOW + DAY);
      await shelf.save(second, fine).catch(() => undefined);
      expect(Array.from(await shelf.read(first))).toEqual([1]);
      const whole = await shelf.list();
      for (const one of whole) expect((await shelf.read(one)).length).toBe(one.size);
      dieAfter(99);
      await shelf.save(made(new Uint8Array([3]), NOW + 2 * DAY), fine);
      const pieces = (await shelf.list()).reduce((sum, one) => sum + one.pieces, 0);
      expect(values.size).toBe(pieces + 1);
    }
  });

  test('drops what is outdated, and remembers the last look', async () => {
    const { area, values } = anArea();
    const shelf = createSnapshotShelf(area);
    await shelf.saveLooked(NOW);
    for (let day = 0; day < 60; day++) {
      await shelf.save(made(new Uint8Array([day]), NOW + day * DAY), fine);
    }
    expect(await shelf.list()).toHaveLength(DAYS + WEEKS);
    expect(values.size).toBe(DAYS + WEEKS + 1);
    expect(await shelf.findLooked()).toBe(NOW);
    await shelf.clear();
    expect(await shelf.list()).toEqual([]);
    expect(values.size).toBe(1);
  });

  test.each([[undefined], ['text'], [[]], [{ list: [{ number: 'one' }, aSnapshot(4, NOW)] }]])(
    'a damaged list, %j, is read as far as it can be',
    async (list) => {
      const { area } = anArea(new Map([['snapshots', list]]));
      const shelf = createSnapshotShelf(area);
      const before = (await shelf.list()).length;
      const kept = await shelf.save(made(new Uint8Array([1]), NOW + DAY), fine);
      expect(kept.number).toBeGreaterThan(before === 0 ? 0 : 4);
      expect(await shelf.list()).toHaveLength(before + 1);
    },
  );
});
