/**
 * As much of the origin's private file system as Waymark uses, in memory. What is written to a file
 * is in it when it is closed, and not before.
 */
export function createFakeFolders() {
  const folders = new Map<string, Map<string, string>>();
  let isBreaking = false;

  const missing = (name: string) => new DOMException(`There is no ${name}`, 'NotFoundError');
  const aFile = (files: Map<string, string>, name: string) => ({
    getFile: async () => ({ text: async () => files.get(name) ?? '' }),
    async createWritable() {
      let written = '';
      return {
        async write(text: string) {
          written += text;
          if (isBreaking) throw new DOMException('Full', 'QuotaExceededError');
        },
        close: async () => void files.set(name, written),
      };
    },
  });
  const aFolder = (files: Map<string, string>) => ({
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) throw missing(name);
      if (!files.has(name)) files.set(name, '');
      return aFile(files, name);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing(name);
    },
  });
  const root = {
    async getDirectoryHandle(name: string, { create = false } = {}) {
      if (!folders.has(name) && !create) throw missing(name);
      const files = folders.get(name) ?? new Map<string, string>();
      folders.set(name, files);
      return aFolder(files);
    },
  };
  return {
    /** The texts of the files of each folder. */
    folders,
    storage: { getDirectory: async () => root },
    breakWrites(are: boolean) {
      isBreaking = are;
    },
  };
}
