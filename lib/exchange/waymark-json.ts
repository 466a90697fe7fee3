import * as v from 'valibot';
import { ImportError } from './import-error.ts';
import type { Library } from './library.ts';
import { readJson } from './read-json.ts';
import { FORMAT, isRecordOf, librarySchema, type PartName, VERSION } from './waymark-schema.ts';

/** A record that is not as the format wants it, and the list it was in: kept, but not read. */
interface Unread {
  list: PartName;
  record: unknown;
}

/** A library that is too long to be held as a whole. */
export interface LongLibrary {
  /** Annotations, some at a time. */
  annotations: AsyncIterable<Library['annotations']>;
  /** All the rest, asked for after them. */
  readSurroundings: () => Promise<Omit<Library, 'annotations' | 'unread'>>;
}

/** A part of a file, and whether it says something of the reader's, and not the date or a post. */
export interface Piece {
  text: string;
  isOwn: boolean;
}

/** All of a library as JSON: read again, it is the same, tombstones, drafts and history too. */
export function toWaymarkJson(library: Library, now = new Date()): string {
  return Array.from(writeWaymarkJson(library, now)).join('');
}

/**
 * The same in parts, a record each and a line each, so that a long one can be written in slices. A
 * record that is not as it should be does not spoil the file: it stands in a list of its own.
 */
export function* writeWaymarkJson(
  { annotations, ...surroundings }: Library,
  now = new Date(),
): Generator<string, void, undefined> {
  const unread: Unread[] = [];
  yield headOf(now);
  const list = createList('annotations', unread);
  yield* list.add(annotations);
  yield list.end();
  for (const { text } of writeSurroundings(surroundings, unread)) yield text;
}

/** The same of a library that is read meanwhile. */
export async function* streamWaymarkJson(
  { annotations, readSurroundings }: LongLibrary,
  now = new Date(),
): AsyncGenerator<Piece, void, undefined> {
  const unread: Unread[] = [];
  yield { text: headOf(now), isOwn: false };
  const list = createList('annotations', unread);
  for await (const some of annotations) {
    yield { text: Array.from(list.add(some)).join(''), isOwn: true };
  }
  yield { text: list.end(), isOwn: true };
  yield* writeSurroundings(await readSurroundings(), unread);
}

function headOf(now: Date): string {
  const head = { format: FORMAT, version: VERSION, exported: now.toISOString() };
  return `${JSON.stringify(head, undefined, 1).slice(0, -2)},\n`;
}

function* writeSurroundings(
  { drafts, posts, readings, colourNames }: Omit<Library, 'annotations' | 'unread'>,
  unread: Unread[],
): Generator<Piece> {
  for (const [name, records] of Object.entries({ drafts, posts, readings })) {
    const list = createList(name as PartName, unread);
    const isOwn = name !== 'posts';
    for (const text of list.add(records)) yield { text, isOwn };
    yield { text: list.end(), isOwn };
  }
  const isNamed = isRecordOf('colourNames', colourNames);
  if (!isNamed) unread.push({ list: 'colourNames', record: colourNames });
  const kept = unread.length > 0 ? `,\n "unread": ${JSON.stringify(unread)}` : '';
  yield {
    text: ` "colourNames": ${JSON.stringify(isNamed ? colourNames : {})}${kept}\n}\n`,
    isOwn: true,
  };
}

/** Writes a list, some records at a time; what is none of its records goes to `unread`. */
function createList(name: PartName, unread: Unread[]) {
  let isBegun = false;
  return {
    *add(records: readonly object[]): Generator<string> {
      for (const record of records) {
        if (!isRecordOf(name, record)) unread.push({ list: name, record });
        else {
          yield `${isBegun ? ',' : ` "${name}": [`}\n  ${JSON.stringify(record)}`;
          isBegun = true;
        }
      }
    },
    end: () => (isBegun ? '\n ],\n' : ` "${name}": [],\n`),
  };
}

/** Whether a value says of itself that it is a library of Waymark's, whatever its version. */
export function isWaymarkJson(value: unknown): boolean {
  return isRecord(value) && value.format === FORMAT;
}

/**
 * Read what `toWaymarkJson` wrote.
 *
 * @throws ImportError naming the first field that does not fit, or a version that is too new.
 */
export function parseWaymarkJson(text: string): Library {
  const value = readJson(text);
  if (!isRecord(value) || value.format !== FORMAT) throw new ImportError('unknown-format');
  if (typeof value.version === 'number' && value.version > VERSION) {
    throw new ImportError('newer-version', String(value.version));
  }
  const parsed = v.safeParse(librarySchema, value);
  if (!parsed.success) {
    throw new ImportError('malformed', v.getDotPath(parsed.issues[0]) ?? '');
  }
  const { format: _, version: __, exported: ___, ...library } = parsed.output;
  return library as Library;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
