import type { Database } from './database.ts';

/** How much of each there is. */
export interface Counts {
  /** Annotations that are not deleted. */
  annotations: number;
  /** Deleted annotations, which are kept until the bin is emptied. */
  deleted: number;
  /** Posts of the blog that are known. */
  posts: number;
  /** Posts of which it is known that they were opened or read. */
  readings: number;
}

/** The library as a whole: what is in it, and the end of it. */
export interface Inventory {
  count(): Promise<Counts>;
  /**
   * Delete everything, for good: annotations with their tombstones, drafts, posts, readings and
   * settings, all of them or, when that fails, none.
   */
  eraseAll(): Promise<void>;
  /** Delete the database itself, though nothing in it can be read, and open an empty one. */
  startAnew(): Promise<void>;
}

export function createInventory(database: Database): Inventory {
  const { annotations, posts, readings } = database;
  return {
    count: () =>
      database.transaction('r', [annotations, posts, readings], async () => {
        const deleted = await annotations.where('deleted').above('').count();
        return {
          annotations: (await annotations.count()) - deleted,
          deleted,
          posts: await posts.count(),
          readings: await readings.count(),
        };
      }),
    eraseAll: () =>
      database.transaction('rw', database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    async startAnew() {
      await database.delete();
      await database.open();
    },
  };
}
