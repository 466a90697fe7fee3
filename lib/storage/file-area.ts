import { createRoom } from './room.ts';
import type { ValueArea } from './snapshot-shelf.ts';

/**
 * Values in files of the extension's own, each a file of JSON in a folder of the origin's private file
 * system (https://fs.spec.whatwg.org). Unlike `storage.local`, no content script reaches them. A value
 * is replaced as a whole when its file is closed, and else stays as it was. Which files there are
 * Chromium keeps in a database like that of the library: neither is written when the disk is almost full.
 *
 * @param folder its name, which a page of the extension and its background give alike.
 */
export function createFileArea(folder: string, room = createRoom()): ValueArea {
  const open = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(folder, { create: true });
  };
  const find = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(folder).catch(unlessMissing);
  };
  return {
    async get(keys) {
      const files = await find();
      if (!files) return {};
      const entries = await Promise.all(keys.map((key) => readEntry(files, key)));
      return Object.fromEntries(entries.flat());
    },
    /** @throws QuotaExceededError when there is no room for what is not set yet. */
    async set(values) {
      await room.demand();
      const files = await open();
      for (const [key, value] of Object.entries(values)) {
        await room.demand();
        const file = await files.getFileHandle(key, { create: true });
        const writing = await file.createWritable();
        await writing.write(JSON.stringify(value));
        await writing.close();
      }
    },
    async remove(keys) {
      const files = await find();
      if (!files) return;
      for (const key of keys) await files.removeEntry(key).catch(unlessMissing);
    },
  };
}

/** Its key and value; nothing where there is no such file, or only the beginning of one. */
async function readEntry(
  files: FileSystemDirectoryHandle,
  key: string,
): Promise<[key: string, value: unknown][]> {
  const handle = await files.getFileHandle(key).catch(unlessMissing);
  const text = await (await handle?.getFile())?.text();
  return text ? [[key, JSON.parse(text)]] : [];
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
}
