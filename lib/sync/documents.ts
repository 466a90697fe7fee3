import * as v from 'valibot';
import type { Annotation } from '../annotation/annotation.ts';
import { formerNotesOf } from '../annotation/former-notes.ts';
import { annotationSchema } from '../annotation/schema.ts';

/** The version of what stands in documents. One that is newer than the program is left alone. */
export const DOCUMENT_VERSION = 1;

/** No reader types more into one note; a server may send anything. UTF-16 units. */
const LONGEST_NOTE = 2_000_000;

/** Instants are compared as text: those of years beyond 9999 would not be later than others. */
const INSTANT_LENGTH = '2026-01-01T00:00:00.000Z'.length;

const contentSchema = v.strictObject({ annotation: annotationSchema });

/** What a document holds for an annotation, whether it is to be sealed or not. */
export function toContent(annotation: Annotation): object {
  return { annotation };
}

/**
 * What a server's document says about an annotation; undefined when it says nothing that Waymark
 * would have written. A server, and whoever else may write into its database, is not trusted.
 *
 * @param id The document's id.
 */
export function parseContent(value: unknown, id: string): Annotation | undefined {
  const read = v.safeParse(contentSchema, value);
  if (!read.success) return undefined;
  const { annotation } = read.output;
  const { target, body, created, modified, deleted, history = [] } = annotation;
  const former = formerNotesOf(annotation);
  const untils = [...history, ...former].map(({ until }) => until);
  const instants = [created, modified, deleted ?? created, ...untils];
  const notes = [body?.value ?? '', ...former.map(({ note }) => note)];
  const isSound =
    annotation.id === id &&
    isWebAddress(target.source) &&
    history.every((place) => place.target.source === target.source) &&
    notes.every((note) => note.length <= LONGEST_NOTE) &&
    instants.every((instant) => instant.length === INSTANT_LENGTH);
  return isSound ? annotation : undefined;
}

function isWebAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}
