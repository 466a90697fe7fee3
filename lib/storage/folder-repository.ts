import type { Database } from './database.ts';

/** The folder that notes are exported into, where the browser hands folders out. */
export interface FolderRepository {
  /** As the browser gave it; whether it may still be used, the browser must be asked again. */
  find(): Promise<FileSystemDirectoryHandle | undefined>;
  save(handle: FileSystemDirectoryHandle): Promise<void>;
}

export function createFolderRepository({ folders }: Database): FolderRepository {
  return {
    find: async () =>
      (await folders.get('export'))?.handle as FileSystemDirectoryHandle | undefined,
    async save(handle) {
      await folders.put({ key: 'export', handle });
    },
  };
}
