import * as v from 'valibot';
import { type Annotation, isPresent, noteOf } from '../annotation/annotation.ts';
import { kindOf, motivationOf } from '../annotation/kind.ts';
import type { GroupNote } from '../storage/group.ts';
import { isAlike } from './canonical.ts';
import { parseContent } from './documents.ts';

/** Longer ones are neither sent nor taken. UTF-16 units of JSON: a long post has a tenth of that. */
export const LONGEST_CONTENT = 200_000;

/** UTF-16 units. */
export const LONGEST_NAME = 80;

/** Line breaks and the like, and signs that turn the text after them round. */
const UNSEEN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** What somebody may call themselves: a line of text, as it would be typed. */
export const authorName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(LONGEST_NAME),
  v.check((name) => name.trim() === name && !UNSEEN.test(name)),
);

/** What a reader typed as their name, made one that will do; undefined where nothing is left. */
export function toAuthorName(typed: string): string | undefined {
  const name = typed.normalize('NFC').trim();
  return v.is(authorName, name) ? name : undefined;
}

const contentSchema = v.strictObject({
  author: v.strictObject({ name: authorName }),
  annotation: v.unknown(),
});

const ID = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([0-9a-f]{32})$/;

/** The id of a member's document for an annotation: nobody else's can be the same. */
export function toGroupId(annotation: string, member: string): string {
  return `${annotation}.${member}`;
}

/** Whose annotation a document's id names; undefined for other documents. */
export function parseGroupId(id: string): { annotation: string; member: string } | undefined {
  const [, annotation, member] = ID.exec(id) ?? [];
  return annotation && member ? { annotation, member } : undefined;
}

/**
 * As much of an annotation as a group sees: the passage, the note and the colour. Tags, what is to
 * be done, what it was before and the paragraph around the passage are the reader's alone.
 */
export function toSharedAnnotation(annotation: Annotation): Annotation {
  const { id, target, body, created, modified } = annotation;
  const { paragraph: _, ...place } = target;
  const kind = kindOf(annotation);
  const shown = kind === 'action' ? 'highlight' : kind;
  const motivation = motivationOf(shown, noteOf(annotation) !== '');
  return { id, motivation, target: place, ...(body && { body }), created, modified };
}

/** What a document holds; undefined for one that is too long to be shared. */
export function toGroupContent(annotation: Annotation, name: string): object | undefined {
  const content = { author: { name }, annotation: toSharedAnnotation(annotation) };
  return JSON.stringify(content).length <= LONGEST_CONTENT ? content : undefined;
}

/**
 * What somebody else's document says; undefined when it says anything that Waymark would not have
 * written. Who may write into a group's database may write what they like.
 */
export function parseGroupContent(value: unknown, id: string): GroupNote | undefined {
  const read = v.safeParse(contentSchema, value);
  const named = parseGroupId(id);
  if (!read.success || !named) return undefined;
  const { author, annotation } = read.output;
  const parsed = parseContent({ annotation }, named.annotation);
  const isSound =
    parsed !== undefined &&
    isPresent(parsed) &&
    isAlike(toSharedAnnotation(parsed), parsed) &&
    toGroupContent(parsed, author.name) !== undefined;
  return isSound ? { id, author: author.name, annotation: parsed } : undefined;
}
