import * as v from 'valibot';
import { annotationSchema, colourSchema, targetSchema } from '../annotation/schema.ts';
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

/** A reader's note: long enough for an essay, short enough for a message. UTF-16 units. */
const LONGEST_NOTE = 2_000_000;
export const noteText = v.strictObject({
  id: annotationId,
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
});

export const posts = v.pipe(v.array(post), v.maxLength(MOST_POSTS));
export const permalinks = v.pipe(v.array(permalink), v.maxLength(MOST_POSTS));

/** A parser for a handler's argument. @throws ValiError when it does not fit. */
export function parserOf<T>(schema: v.GenericSchema<unknown, T>): (value: unknown) => T {
  return (value) => v.parse(schema, value);
}
