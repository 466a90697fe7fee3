/** What could be read of a library, row by row, and how much could not. */
export interface Salvage {
  /** The version of the library, as the browser counts. */
  version: number;
  /** The rows of every table as they lie, sound or not. */
  tables: Record<string, unknown[]>;
  /** Rows that could not be read. */
  lost: number;
}

/**
 * Read all that can be read, by the browser's own means: whatever version the library has, and
 * though some of its rows cannot be read.
 *
 * @throws what the browser says when the library cannot even be opened.
 */
export async function salvage(name = 'waymark'): Promise<Salvage> {
  const database = await openAsItIs(name);
  try {
    const tables: Salvage['tables'] = {};
    let lost = 0;
    for (const table of database.objectStoreNames) {
      const rows = await readRows(database, table);
      tables[table] = rows.read;
      lost += rows.lost;
    }
    return { version: database.version, tables, lost };
  } finally {
    database.close();
  }
}

function openAsItIs(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  // Where there is none, none is to be made.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return answerOf(opening);
}

/** All rows at once; when one of them cannot be read, one after the other. */
async function readRows(database: IDBDatabase, table: string) {
  const store = () => database.transaction(table).objectStore(table);
  try {
    return { read: await answerOf<unknown[]>(store().getAll()), lost: 0 };
  } catch (error) {
    console.warn(`Waymark: ${table} is read row by row`, error);
  }
  const read: unknown[] = [];
  let lost = 0;
  try {
    for (const key of await answerOf(store().getAllKeys())) {
      // A request that fails takes its transaction with it: each row has one of its own.
      await answerOf(store().get(key)).then(
        (row) => read.push(row),
        () => {
          lost += 1;
        },
      );
    }
  } catch (error) {
    console.warn(`Waymark: not even the keys of ${table} can be read`, error);
    lost += 1;
  }
  return { read, lost };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
