import Papa from 'papaparse';
import { type Annotation, noteOf, tagsOf } from '../annotation/annotation.ts';
import { findSelector } from '../annotation/selector.ts';
import type { Post } from '../blog/post.ts';
import { type ForeignNote, toDate } from './foreign-note.ts';
import { ImportError } from './import-error.ts';
import { type ForeignFile, MOST_NOTES } from './read-list.ts';

/**
 * The columns Readwise reads, in its order.
 *
 * @see https://docs.readwise.io/readwise/docs/importing-highlights/import-from-csv
 */
const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

type Row = Record<(typeof COLUMNS)[number], string>;

/** What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Passages as CSV for Readwise, one a row. Readwise has no notes without a passage: those on whole
 * posts are left out. Tags stand in front of a note as `.tag`, which Readwise reads as tags.
 *
 * @param authorOf who wrote the post with a permalink.
 *
 * Cells that a spreadsheet would calculate begin with an apostrophe; reading takes it off again.
 */
export function toReadwiseCsv(
  annotations: readonly Annotation[],
  posts: readonly Post[],
  authorOf: (source: string) => string,
): string {
  return Array.from(writeReadwiseCsv(annotations, posts, authorOf)).join('');
}

/** The same in parts, a row each, so that a long one can be written in slices. */
export function* writeReadwiseCsv(
  annotations: readonly Annotation[],
  posts: readonly Pick<Post, 'permalink' | 'title'>[],
  authorOf: (source: string) => string,
): Generator<string, void, undefined> {
  const titles = new Map<string, string>(posts.map((post) => [post.permalink, post.title]));
  yield toLine([...COLUMNS]);
  for (const annotation of annotations) {
    const { deleted, target, created } = annotation;
    if (deleted !== undefined || target.passage === '') continue;
    const tags = tagsOf(annotation).map((tag) => `.${tag.replaceAll(/\s+/g, '_')}`);
    const row: Row = {
      Highlight: target.passage,
      Title: titles.get(target.source) ?? target.source,
      Author: authorOf(target.source),
      URL: target.source,
      Note: [tags.join(' '), noteOf(annotation)].filter(Boolean).join('\n'),
      Location: String(findSelector(target.selector, 'TextPositionSelector')?.start ?? ''),
      Date: created.slice(0, 19).replace('T', ' '),
    };
    yield toLine(COLUMNS.map((column) => row[column]));
  }
}

/** A row of CSV with its line ending (RFC 4180). */
function toLine(cells: readonly string[]): string {
  return `${Papa.unparse([cells], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** Whether a text begins with the columns of a CSV for or from Readwise. */
export function isReadwiseCsv(text: string): boolean {
  const [head = ''] = text.split(/\r?\n/, 1);
  const names = Papa.parse<string[]>(head).data[0] ?? [];
  return ['highlight', 'url'].every((name) => names.some((column) => keyOf(column) === name));
}

/**
 * Read a CSV as Readwise writes and reads it: columns are known by their names, in any order.
 *
 * @throws ImportError when it has no such columns, is no CSV, or has too many rows.
 */
export function parseReadwiseCsv(text: string): ForeignFile {
  if (!isReadwiseCsv(text)) throw new ImportError('unknown-format');
  const { data, errors } = Papa.parse<Record<string, string | undefined>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: keyOf,
    preview: MOST_NOTES + 1,
  });
  if (data.length > MOST_NOTES) throw new ImportError('too-many', String(data.length));
  const broken = new Set(
    errors.filter(({ type }) => type !== 'Delimiter').map(({ row }) => row ?? -1),
  );
  const file: ForeignFile = { notes: [], refused: [] };
  data.forEach((row, i) => {
    const where = String(i + 2);
    if (broken.has(i)) file.refused.push({ where, why: 'malformed' });
    else file.notes.push(toNote(row, where));
  });
  return file;
}

function toNote(row: Record<string, string | undefined>, where: string): ForeignNote {
  const cell = (name: string) => (row[name] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '');
  const { tags, note } = splitTags(cell('note'));
  const date = cell('date') || cell('highlighted at');
  const created = toDate(
    date && `${date.replace(' ', 'T')}${/[Z+]|-\d\d:\d\d$/.test(date) ? '' : 'Z'}`,
  );
  return {
    where,
    url: cell('url'),
    title: cell('title'),
    quote: cell('highlight'),
    note,
    tags: [...tags, ...cell('tags').split(',').filter(Boolean)],
    ...(created && { created }),
  };
}

/** `.tag .other` at the beginning of a note, and the rest. */
function splitTags(note: string): { tags: string[]; note: string } {
  const [head = ''] = /^(?:\.[^\s.]\S*[ \t]*)+(?=\n|$)/.exec(note) ?? [];
  return {
    tags: head
      .split(/\s+/)
      .filter(Boolean)
      .map((tag) => tag.slice(1).replaceAll('_', ' ')),
    note: note.slice(head.length).replace(/^\n/, ''),
  };
}

function keyOf(column: string): string {
  return column
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
}
