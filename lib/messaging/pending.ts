/**
 * What a page keeps in the extension's storage until the background has answered that it is saved,
 * each annotation under this and its id. It outlives the page, the background and an update; other
 * content scripts can read it, so that it is there for no longer, and without a word of a note.
 */
export const PENDING = 'pending/';

/** The extension's own storage, as much of `storage.local` as is used here. */
export interface PendingShelf {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
}

/** What pages keep there now, by its keys, whatever it is. */
export async function listPending(shelf: PendingShelf): Promise<[key: string, value: unknown][]> {
  return Object.entries(await shelf.get(null)).filter(([key]) => key.startsWith(PENDING));
}

/** Throw all of it away. */
export async function clearPending(shelf: PendingShelf): Promise<void> {
  await shelf.remove((await listPending(shelf)).map(([key]) => key));
}
