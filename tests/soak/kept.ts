/** As much of a stored annotation as is looked at here. */
export interface Kept {
  id: string;
  passage: string;
}

/** What the reader's library holds, read in a page of the extension: sent there as text. */
export async function readKept(): Promise<Kept[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('waymark');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const request = database.transaction('annotations').objectStore('annotations').getAll();
  const rows = await new Promise<{ id: string; target: { passage: string } }[]>(
    (resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    },
  );
  database.close();
  return rows.map(({ id, target }) => ({ id, passage: target.passage }));
}
