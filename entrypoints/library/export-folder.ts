import type { AnnotatedPost } from '../../lib/markdown/annotated-post.ts';
import { type PlannedFile, planFiles } from '../../lib/markdown/files.ts';
import type { MarkdownOptions } from '../../lib/markdown/flavour.ts';
import type { Pace } from '../pages/pace.ts';

/** As much of File System Access as TypeScript's own library does not know of. */
interface PermissionAsking {
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface FolderPicking {
  showDirectoryPicker?(options: {
    id: string;
    mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** Whether the browser lets pages write into folders: Chromium does, Firefox does not. */
export function canUseFolders(): boolean {
  return (globalThis as FolderPicking).showDirectoryPicker !== undefined;
}

/**
 * Have the reader choose a folder. To be called at once when they ask for it.
 *
 * @returns Undefined when they think better of it.
 */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as FolderPicking).showDirectoryPicker?.({
      id: 'waymark-export',
      mode: 'readwrite',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether the folder may be written into; the browser may ask the reader. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const asking = folder as FileSystemDirectoryHandle & Partial<PermissionAsking>;
  return (await asking.requestPermission?.({ mode: 'readwrite' })) !== 'denied';
}

/** Larger ones were not written by anyone, and not by Waymark. Bytes. */
const LARGEST_FILE = 20_000_000;

/** The Markdown files that lie in the folder itself, by their names. */
async function readMarkdown(
  folder: FileSystemDirectoryHandle,
  pace: Pace,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file' || !/\.md$/i.test(handle.name)) continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    if (file.size <= LARGEST_FILE) files.set(handle.name, await file.text());
    const turn = pace.pause();
    if (turn) await turn;
  }
  return files;
}

/**
 * What an export would do to a folder: nothing is written.
 *
 * @param posts Those without annotations that are not deleted are looked at where they have a file.
 * @param removed What to say above a block that is no longer in the library.
 */
export async function planFolder(
  folder: FileSystemDirectoryHandle,
  posts: readonly AnnotatedPost[],
  { options, removed, pace }: { options: MarkdownOptions; removed: string; pace: Pace },
): Promise<PlannedFile[]> {
  const files = await readMarkdown(folder, pace);
  const planned: PlannedFile[] = [];
  for (const file of planFiles(posts, files, options, removed)) {
    const isGone = file.post.annotations.every(({ deleted }) => deleted !== undefined);
    if (file.before !== undefined || !isGone) planned.push(file);
    const turn = pace.step();
    if (turn) await turn;
  }
  return planned;
}

/** Whether there is anything to be written in a file. */
export function isToBeWritten({ before, after }: PlannedFile): boolean {
  return before !== after;
}

/**
 * Write what was planned. A file that someone has changed since the plan was made is left alone.
 *
 * @returns How many were written, and the names of those that were left.
 */
export async function writeFolder(
  folder: FileSystemDirectoryHandle,
  planned: readonly PlannedFile[],
  pace: Pace,
): Promise<{ written: number; left: string[] }> {
  const left: string[] = [];
  let written = 0;
  for (const file of planned.filter(isToBeWritten)) {
    if ((await readText(folder, file.name)) === file.before) {
      const handle = await folder.getFileHandle(file.name, { create: true });
      // What is written goes to a file of its own first, and takes the old one's place whole.
      const stream = await handle.createWritable();
      await stream.write(file.after);
      await stream.close();
      written += 1;
    } else {
      left.push(file.name);
    }
    const turn = pace.step();
    if (turn) await turn;
  }
  return { written, left };
}

async function readText(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
