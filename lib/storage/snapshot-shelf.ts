import { fromBase64, toBase64 } from './base64.ts';
import { listOutdated, parseSnapshot, type Snapshot } from './snapshot.ts';

/** Where values are kept by their names, apart from the library; a value is one that JSON keeps. */
export interface ValueArea {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** A packed library, and what is known of it. */
export type NewSnapshot = Omit<Snapshot, 'number' | 'pieces' | 'size'> & {
  bytes: Uint8Array<ArrayBuffer>;
};

/** Keeps snapshots of the library outside of the database. */
export interface SnapshotShelf {
  /** Those that are whole, newest first. */
  list(): Promise<Snapshot[]>;
  /** When it was last looked whether there is something new; milliseconds since the epoch. */
  findLooked(): Promise<number | undefined>;
  saveLooked(looked: number): Promise<void>;
  /**
   * Keep one. It is one of the list only when it has been read again and `check` did not throw; only
   * then are those dropped that are not needed any more.
   */
  save(made: NewSnapshot, check: Check): Promise<Snapshot>;
  /** @throws RangeError when a part of it is missing. */
  read(snapshot: Snapshot): Promise<Uint8Array<ArrayBuffer>>;
  /** Drop all of them. */
  clear(): Promise<void>;
}

/** Look at the bytes that were read again. @throws when they are not what was written. */
export type Check = (read: Uint8Array<ArrayBuffer>) => Promise<void>;

/** The list, what is being written, and the last look. */
const LIST = 'snapshots';
/** Bytes a piece: one of such a size is written and read without being felt. */
const PIECE = 384 * 1024;

interface Shelf {
  list: Snapshot[];
  /** The largest number that was ever given, so that none is given twice. */
  last: number;
  looked?: number;
  /** One that is being written; found later, it is one that never was finished. */
  making?: { number: number; pieces: number };
}

/** To be used by one at a time: whoever writes holds a lock. */
export function createSnapshotShelf(area: ValueArea): SnapshotShelf {
  const keysOf = ({ number, pieces }: Pick<Snapshot, 'number' | 'pieces'>) =>
    Array.from({ length: pieces }, (_, piece) => `snapshot ${number} ${piece}`);
  const open = async () => parseShelf((await area.get([LIST]))[LIST]);
  const write = (shelf: Shelf) => area.set({ [LIST]: shelf });

  const read = async (snapshot: Pick<Snapshot, 'number' | 'pieces'>) => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (const key of keysOf(snapshot)) {
      const piece = (await area.get([key]))[key];
      if (typeof piece !== 'string') throw new RangeError(`There is no ${key}`);
      pieces.push(fromBase64(piece));
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };
  const drop = async (gone: readonly Pick<Snapshot, 'number' | 'pieces'>[]) => {
    const keys = gone.flatMap(keysOf);
    if (keys.length > 0) await area.remove(keys);
  };

  return {
    list: async () => (await open()).list,
    findLooked: async () => (await open()).looked,
    saveLooked: async (looked) => write({ ...(await open()), looked }),
    read,
    async save({ bytes, ...about }, check) {
      const before = await open();
      if (before.making) await drop([before.making]);
      const number = before.last + 1;
      const pieces = Math.ceil(bytes.length / PIECE);
      const { making: _, ...rest } = before;
      await write({ ...rest, last: number, making: { number, pieces } });
      for (const [piece, key] of keysOf({ number, pieces }).entries()) {
        const part = bytes.subarray(piece * PIECE, (piece + 1) * PIECE);
        await area.set({ [key]: toBase64(part) });
      }
      await check(await read({ number, pieces }));
      const snapshot: Snapshot = { ...about, number, pieces, size: bytes.length };
      const all = [snapshot, ...rest.list];
      const outdated = new Set(listOutdated(all));
      await write({ ...rest, last: number, list: all.filter((one) => !outdated.has(one)) });
      await drop([...outdated]);
      return snapshot;
    },
    async clear() {
      const { list, last, making } = await open();
      await write({ list: [], last });
      await drop(making ? [...list, making] : list);
    },
  };
}

/** What of the shelf is sound; one entry that is not does not take the others with it. */
function parseShelf(value: unknown): Shelf {
  const shelf = (typeof value === 'object' && value !== null ? value : {}) as Partial<Shelf>;
  const list = (Array.isArray(shelf.list) ? shelf.list : [])
    .flatMap((entry: unknown) => parseSnapshot(entry) ?? [])
    .sort((a, b) => b.number - a.number);
  const last = Math.max(Number(shelf.last) || 0, list[0]?.number ?? 0);
  return {
    list,
    last,
    ...(typeof shelf.looked === 'number' && { looked: shelf.looked }),
    ...(shelf.making && { making: shelf.making }),
  };
}
