import * as v from 'valibot';
import { COLOURS } from '../annotation/colour.ts';
import { actionSchema, annotationSchema, kindSchema } from '../annotation/schema.ts';
import { LONGEST_TAG, MOST_TAGS } from '../annotation/tags.ts';
import type { Permalink } from '../blog/permalink.ts';
import { isPermalink } from '../blog/site-permalink.ts';

export const FORMAT = 'waymark-library';

/** The version of the format. One that is newer than the program that reads it is refused. */
export const VERSION = 1;

/** More than anyone will ever write; a file with more is not a library. */
const MOST_RECORDS = 1_000_000;

const line = v.pipe(v.string(), v.maxLength(1000));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const permalink = v.custom<Permalink>(isPermalink, 'This is not the permalink of a post');

const list = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(item), v.maxLength(MOST_RECORDS));

/** What is written beside a note that was not saved. */
const details = {
  kind: kindSchema,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS)),
  action: actionSchema,
};

/** What each list of a library holds, and what the names of its colours are. */
const RECORDS = {
  annotations: annotationSchema,
  drafts: v.strictObject({
    id: v.pipe(v.string(), v.uuid()),
    note: v.string(),
    details: v.exactOptional(v.strictObject(details)),
    base: v.exactOptional(v.strictObject({ ...details, note: v.string() })),
    form: v.exactOptional(line),
  }),
  posts: v.strictObject({
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
  readings: v.strictObject({
    permalink: line,
    days: v.array(day),
    read: v.exactOptional(line),
  }),
  colourNames: v.strictObject(
    Object.fromEntries(COLOURS.map((colour) => [colour, v.exactOptional(line)])),
  ),
} as const;

/** The parts of a library, by their names. */
export type PartName = keyof typeof RECORDS;

/** Whether a record is as the format wants those of a part. */
export function isRecordOf(name: PartName, record: unknown): boolean {
  return v.is(RECORDS[name], record);
}

export const librarySchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  exported: line,
  annotations: list(RECORDS.annotations),
  drafts: list(RECORDS.drafts),
  posts: list(RECORDS.posts),
  readings: list(RECORDS.readings),
  colourNames: RECORDS.colourNames,
  unread: v.exactOptional(list(v.strictObject({ list: line, record: v.unknown() }))),
});
