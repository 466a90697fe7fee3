import * as v from 'valibot';
import { COLOURS } from '../annotation/colour.ts';
import { actionSchema, annotationSchema, kindSchema } from '../annotation/schema.ts';
import { LONGEST_TAG, MOST_TAGS } from '../annotation/tags.ts';
import { type Permalink, toPermalink } from '../blog/permalink.ts';
import { ImportError } from './import-error.ts';
import type { Library } from './library.ts';
import { readJson } from './read-json.ts';

const FORMAT = 'waymark-library';

/** The version of the format. One that is newer than the program that reads it is refused. */
const VERSION = 1;

/** More than anyone will ever write; a file with more is not a library. */
const MOST_RECORDS = 1_000_000;

const line = v.pipe(v.string(), v.maxLength(1000));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const permalink = v.custom<Permalink>(
  (value) => typeof value === 'string' && toPermalink(value) === value,
  'This is not the permalink of a post',
);

const list = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(item), v.maxLength(MOST_RECORDS));

/** What is written beside a note that was not saved. */
const details = {
  kind: kindSchema,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS)),
  action: actionSchema,
};

const librarySchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  exported: line,
  annotations: list(annotationSchema),
  drafts: list(
    v.strictObject({
      id: v.pipe(v.string(), v.uuid()),
      note: v.string(),
      details: v.exactOptional(v.strictObject(details)),
      base: v.exactOptional(v.strictObject({ ...details, note: v.string() })),
      form: v.exactOptional(line),
    }),
  ),
  posts: list(
    v.strictObject({
      permalink,
      title: line,
      labels: v.array(line),
      published: v.exactOptional(line),
      text: v.string(),
      excerpt: v.boolean(),
      links: v.exactOptional(v.array(permalink)),
      entryId: v.exactOptional(line),
      gone: v.exactOptional(line),
      movedTo: v.exactOptional(permalink),
    }),
  ),
  readings: list(
    v.strictObject({ permalink: line, days: v.array(day), read: v.exactOptional(line) }),
  ),
  colourNames: v.strictObject(
    Object.fromEntries(COLOURS.map((colour) => [colour, v.exactOptional(line)])),
  ),
});

/** All of a library as JSON: read again, it is the same, tombstones, drafts and history too. */
export function toWaymarkJson(library: Library, now = new Date()): string {
  return Array.from(writeWaymarkJson(library, now)).join('');
}

/** The same in parts, a record each and a line each, so that a long one can be written in slices. */
export function* writeWaymarkJson(
  { annotations, drafts, posts, readings, colourNames }: Library,
  now = new Date(),
): Generator<string, void, undefined> {
  const head = { format: FORMAT, version: VERSION, exported: now.toISOString() };
  yield `${JSON.stringify(head, undefined, 1).slice(0, -2)},\n`;
  yield* writeRecords('annotations', annotations);
  yield* writeRecords('drafts', drafts);
  yield* writeRecords('posts', posts);
  yield* writeRecords('readings', readings);
  yield ` "colourNames": ${JSON.stringify(colourNames)}\n}\n`;
}

function* writeRecords(name: string, records: readonly object[]): Generator<string> {
  yield ` "${name}": [`;
  for (const [i, record] of records.entries()) {
    yield `${i === 0 ? '' : ','}\n  ${JSON.stringify(record)}`;
  }
  yield records.length === 0 ? '],\n' : '\n ],\n';
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
