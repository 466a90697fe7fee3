import type { Annotation } from '../annotation/annotation.ts';
import { type ForeignContext, type Refused, toAnnotation } from './foreign-note.ts';
import { isHypothesis, parseHypothesis } from './hypothesis.ts';
import { ImportError } from './import-error.ts';
import { isKindle, parseKindle } from './kindle.ts';
import type { Library } from './library.ts';
import { readJson } from './read-json.ts';
import type { ForeignFile } from './read-list.ts';
import { toText } from './read-text.ts';
import { parseWebAnnotations, webAnnotationsIn } from './read-web-annotation.ts';
import { isReadwiseCsv, parseReadwiseCsv } from './readwise.ts';
import { isWaymarkJson, parseWaymarkJson } from './waymark-json.ts';
import { isWebClipper, parseWebClipper } from './web-clipper.ts';

/** The formats there are, by what they are called in the interface. */
export type FormatName =
  | 'waymark'
  | 'web-annotation'
  | 'hypothesis'
  | 'readwise'
  | 'web-clipper'
  | 'kindle';

/** What a file holds, whatever wrote it. Nothing has been stored. */
export interface ImportedFile {
  format: FormatName;
  annotations: Annotation[];
  refused: Refused[];
  /** All else a library of Waymark's holds. */
  library?: Library;
}

/** How far the reading of a file has come: notes made into annotations, and how many there are. */
export type ReadProgress = (done: number, total: number) => void | Promise<void>;

/** Notes between two looks at the clock, so that a page can draw and a reader cancel. */
const SLICE = 200;

/**
 * Read a file of any format there is; which one it is, is told from what it holds.
 *
 * @param onProgress Called now and then; what it throws ends the reading.
 * @throws ImportError when it is of none, or cannot be read.
 */
export async function readFile(
  bytes: Uint8Array,
  context: ForeignContext,
  onProgress: ReadProgress = () => {},
): Promise<ImportedFile> {
  const text = toText(bytes).replace(/^\ufeff/, '');
  if (!/^\s*[[{]/.test(text)) return readLines(text, context, onProgress);
  const value = readJson(text);
  if (isWaymarkJson(value)) {
    const { unread = [], ...library } = parseWaymarkJson(text);
    const refused = unread.map(({ list }): Refused => ({ where: list, why: 'malformed' }));
    return { format: 'waymark', annotations: library.annotations, refused, library };
  }
  if (isHypothesis(value)) {
    return readForeign('hypothesis', parseHypothesis(text), context, onProgress);
  }
  if (isWebClipper(value)) {
    return readForeign('web-clipper', parseWebClipper(text), context, onProgress);
  }
  if (webAnnotationsIn(value)) {
    return { format: 'web-annotation', ...(await parseWebAnnotations(text, context)) };
  }
  throw new ImportError('unknown-format');
}

function readLines(text: string, context: ForeignContext, onProgress: ReadProgress) {
  if (isReadwiseCsv(text)) {
    return readForeign('readwise', parseReadwiseCsv(text), context, onProgress);
  }
  if (isKindle(text)) return readForeign('kindle', parseKindle(text), context, onProgress);
  throw new ImportError('unknown-format');
}

async function readForeign(
  format: FormatName,
  { notes, refused }: ForeignFile,
  context: ForeignContext,
  onProgress: ReadProgress,
): Promise<ImportedFile> {
  const file: ImportedFile = { format, annotations: [], refused: [...refused] };
  for (const [i, note] of notes.entries()) {
    if (i % SLICE === 0) await onProgress(i, notes.length);
    const made = await toAnnotation(note, context);
    if ('why' in made) file.refused.push(made);
    else file.annotations.push(made);
  }
  await onProgress(notes.length, notes.length);
  return file;
}
