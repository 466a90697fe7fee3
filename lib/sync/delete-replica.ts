/** Delete a replica, whether it can be opened or not. PouchDB puts a word before its names. */
export function deleteReplica(name: string): Promise<void> {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(`_pouch_${name}`);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => resolve();
    // Somebody has it open still: it goes when they are gone.
    deleting.onblocked = () => resolve();
  });
}
