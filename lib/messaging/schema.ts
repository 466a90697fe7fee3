import * as v from 'valibot';
import {
  actionSchema,
  annotationSchema,
  colourSchema,
  kindSchema,
  targetSchema,
} from '../annotation/schema.ts';
import { LONGEST_TAG, MOST_TAGS } from '../annotation/tags.ts';
import { type Permalink, toPermalink } from '../blog/permalink.ts';
import { POST_LIMITS, type Post } from '../blog/post.ts';

/** What messages are made of. Every handler parses what it is given: the sender may be anyone. */
export const permalink = v.custom<Permalink>(
  (value) => typeof value === 'string' && toPermalink(value) === value,
  'This is not the permalink of a post',
);

export const annotationId = v.pipe(v.string(), v.uuid());

/** A page shows a few dozen posts at most. */
const MOST_POSTS = 1000;
const line = v.pipe(v.string(), v.maxLength(POST_LIMITS.line));

const post: v.GenericSchema<unknown, Post> = v.strictObject({
  permalink,
  title: line,
  labels: v.pipe(v.array(line), v.maxLength(POST_LIMITS.labels)),
  published: v.exactOptional(line),
  text: v.pipe(v.string(), v.maxLength(POST_LIMITS.text)),
  excerpt: v.boolean(),
  links: v.exactOptional(v.pipe(v.array(permalink), v.maxLength(POST_LIMITS.links))),
});

export const annotation = v.pipe(
  annotationSchema,
  v.check(({ target }) => toPermalink(target.source) === target.source, 'The source is no post'),
);

/** Where an annotation is to be attached. */
export const attachedTarget = v.strictObject({
  id: annotationId,
  target: v.pipe(
    targetSchema,
    v.check(({ source }) => toPermalink(source) === source, 'The source is no post'),
  ),
});

/** A colour for an annotation. */
export const colouring = v.strictObject({ id: annotationId, colour: colourSchema });

/** Another kind for an annotation. */
export const kinding = v.strictObject({ id: annotationId, kind: kindSchema });

/** What is to be done, said anew. */
export const acting = v.strictObject({ id: annotationId, action: actionSchema });

/** A reader's note: long enough for an essay, short enough for a message. UTF-16 units. */
const LONGEST_NOTE = 2_000_000;

/** What is written about a passage. Tags are kept as `toTags` has them, however they come. */
const writing = v.strictObject({
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  kind: kindSchema,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS)),
  action: actionSchema,
});

/** What a form began with: it and the one whose draft it took up are called by UUIDs. */
const beginning = v.strictObject({
  base: writing,
  forms: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(2)),
});

/** What a reader writes about a passage. */
export const writtenNote = v.strictObject({ id: annotationId, writing, beginning });

/** What a reader throws away. */
export const thrownDraft = v.strictObject({ id: annotationId, beginning });

/** More of a post is not before a reader's eyes at once. UTF-16 units. */
const LONGEST_VIEW = 20_000;

/** What notes are looked for about. */
export const aboutNotes = v.strictObject({
  permalink,
  text: v.pipe(v.string(), v.maxLength(LONGEST_VIEW)),
});

/** No screen is higher. CSS pixels. */
export const height = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));

export const posts = v.pipe(v.array(post), v.maxLength(MOST_POSTS));
export const permalinks = v.pipe(v.array(permalink), v.maxLength(MOST_POSTS));

/** States by annotation: as many as a page of archives may hold. */
const MOST_STATES = 10_000;
const state = v.picklist(['exact', 'moved', 'edited', 'ambiguous', 'orphan']);
export const states = v.pipe(
  v.record(annotationId, v.object({ state })),
  v.maxEntries(MOST_STATES),
);

/** A parser for a handler's argument. @throws ValiError when it does not fit. */
export function parserOf<T>(schema: v.GenericSchema<unknown, T>): (value: unknown) => T {
  return (value) => v.parse(schema, value);
}
