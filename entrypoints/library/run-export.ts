import type { ExportChoice } from '../../components/export-choice.ts';
import { say } from '../../lib/language/say.ts';
import { toFileName } from '../../lib/markdown/file-name.ts';
import type { PlannedFile } from '../../lib/markdown/files.ts';
import type { StoredLibrary } from '../../lib/storage/library-repository.ts';
import type { RelatedTitles } from '../../lib/storage/related-titles.ts';
import { markdownWords } from '../pages/markdown-words.ts';
import type { Pace } from '../pages/pace.ts';
import { annotatedPosts } from './annotated.ts';
import { annotationsOf, isFlavour, type Sources } from './export-content.ts';
import { type FileToBe, listFiles } from './export-files.ts';
import { planFolder } from './export-folder.ts';

/** What an export is made of, beside what the reader has chosen. */
export interface ExportInput {
  choice: ExportChoice;
  sources: Sources;
  /** The text of the template that was chosen. */
  template: string;
  readLibrary(): Promise<StoredLibrary>;
  /** The lists of related posts. */
  related: RelatedTitles;
}

/** A file that is ready to be saved or copied. */
export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** Write an export as one file: a zip, when it is a file a post. */
export async function writeExport(input: ExportInput, pace: Pace): Promise<ExportedFile> {
  const { choice, sources, template, readLibrary } = input;
  const now = new Date();
  const annotations = annotationsOf(choice, sources);
  const { posts } = sources;
  const related = choice.related ? input.related : undefined;
  const annotated = await annotatedPosts(annotations, posts, { related, pace });
  const files = listFiles(choice, { annotations, annotated, posts, readLibrary, template, now });
  if (choice.way !== 'files') return writeOne(files[0] as FileToBe, pace);
  const { zipFiles } = await import('./zip-files.ts');
  const name = toFileName('Waymark', now.toISOString()).replace(/\.md$/, '.zip');
  return { name, blob: await zipFiles(files, pace) };
}

async function writeOne({ name, type, write }: FileToBe, pace: Pace): Promise<ExportedFile> {
  return { name, blob: await toBlob(await write(pace), type, pace) };
}

/** UTF-16 units that become bytes in one go: a few milliseconds of work. */
const CHUNK = 500_000;

/** The parts as one file. Blobs of parts are put together for nothing, strings are not. */
async function toBlob(parts: readonly string[], type: string, pace: Pace): Promise<Blob> {
  const blobs: Blob[] = [];
  let from = 0;
  let length = 0;
  for (const [i, part] of parts.entries()) {
    length += part.length;
    if (length < CHUNK && i < parts.length - 1) continue;
    blobs.push(new Blob(parts.slice(from, i + 1)));
    from = i + 1;
    length = 0;
    const turn = pace.pause();
    if (turn) await turn;
  }
  return new Blob(blobs, { type });
}

/**
 * What an export will change in a folder. A file is about a whole post: of each post that is
 * exported from, all annotations are written, or those that were not asked for would be taken for
 * removed.
 */
export async function planExport(
  folder: FileSystemDirectoryHandle,
  { choice, sources, related: lists }: ExportInput,
  pace: Pace,
): Promise<PlannedFile[]> {
  const { format, scope, labels, related } = choice;
  if (!isFlavour(format)) throw new Error(`${format} cannot be merged into a folder`);
  const wanted = new Set(annotationsOf(choice, sources).map(({ target }) => target.source));
  const all = annotationsOf({ ...choice, scope: 'all' }, sources);
  const present = new Set(all.map(({ target }) => target.source));
  const gone = sources.all.filter(({ target }) => !present.has(target.source));
  const isIncluded = scope === 'all' ? () => true : (source: string) => wanted.has(source);
  const chosen = [...all, ...gone].filter(({ target }) => isIncluded(target.source));
  const posts = await annotatedPosts(chosen, sources.posts, {
    related: related ? lists : undefined,
    pace,
  });
  const words = markdownWords();
  const removed = `*${say('documentRemoved')}*`;
  return planFolder(folder, posts, { options: { flavour: format, words, labels }, removed, pace });
}
