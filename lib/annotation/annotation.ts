import { type Colour, colourOf, inColour } from './colour.ts';
import { type FormerTarget, isSamePlace, type Target } from './target.ts';
import { createUuid } from './uuid.ts';

/** A UUID, version 7 (RFC 9562): made where the reader acts, so that saving twice is saving once. */
export type AnnotationId = string;

/** Why the annotation exists, in the words of the standard (section 3.3.5). */
export type Motivation = 'highlighting' | 'commenting';

/** What the reader wrote (section 3.2.4), in Markdown. */
export interface TextualBody {
  type: 'TextualBody';
  format: 'text/markdown';
  value: string;
}

/** The record Waymark keeps: an annotation of the W3C Web Annotation Data Model. */
export interface Annotation {
  id: AnnotationId;
  motivation: Motivation;
  target: Target;
  /** Where it was attached before, oldest first; no more than `LONGEST_HISTORY`. */
  history?: FormerTarget[];
  body?: TextualBody;
  /** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
  created: string;
  modified: string;
  /** When the reader deleted it. A tombstone is kept so that deletion can be undone. */
  deleted?: string;
}

/** A new highlight of a passage. */
export function createAnnotation(target: Target, now = new Date()): Annotation {
  const created = now.toISOString();
  return {
    id: createUuid(now.getTime()),
    motivation: 'highlighting',
    target,
    created,
    modified: created,
  };
}

/** The annotation with another note; a note of nothing but white space is no note. */
export function withNote(annotation: Annotation, note: string, now = new Date()): Annotation {
  const { body: _, ...rest } = annotation;
  const modified = instantAfter(annotation, now);
  if (note.trim() === '') return { ...rest, motivation: 'highlighting', modified };
  return {
    ...rest,
    motivation: 'commenting',
    body: { type: 'TextualBody', format: 'text/markdown', value: note },
    modified,
  };
}

/** The annotation in another colour; itself when it has that colour. */
export function withColour(annotation: Annotation, colour: Colour, now = new Date()): Annotation {
  if (colourOf(annotation.target) === colour) return annotation;
  const modified = instantAfter(annotation, now);
  return { ...annotation, target: inColour(annotation.target, colour), modified };
}

/** Places a passage may have been attached to before the oldest is forgotten. */
export const LONGEST_HISTORY = 20;

/**
 * The annotation attached to another place of its post, in the colour it has; itself when it is
 * there already. The place it leaves is added to its history, unless it goes back to the place it
 * came from: that is an undo, and leaves the history as it was before.
 *
 * @throws RangeError when the target is of another post.
 */
export function withTarget(annotation: Annotation, target: Target, now = new Date()): Annotation {
  const { history = [], ...rest } = annotation;
  const left = annotation.target;
  if (target.source !== left.source) {
    throw new RangeError(`${target.source} is not the annotation's post, ${left.source}`);
  }
  if (isSamePlace(target, left)) return annotation;
  const modified = instantAfter(annotation, now);
  const last = history.at(-1);
  const kept =
    last && isSamePlace(target, last.target)
      ? history.slice(0, -1)
      : [...history, { target: left, until: modified }].slice(-LONGEST_HISTORY);
  return {
    ...rest,
    target: inColour(target, colourOf(left)),
    ...(kept.length > 0 && { history: kept }),
    modified,
  };
}

/** The note's Markdown, or the empty string. */
export function noteOf(annotation: Annotation): string {
  return annotation.body?.value ?? '';
}

/** The annotation as a tombstone. */
export function asDeleted(annotation: Annotation, now = new Date()): Annotation {
  const deleted = instantAfter(annotation, now);
  return { ...annotation, deleted, modified: deleted };
}

/** The annotation brought back from its tombstone. */
export function asRestored(annotation: Annotation, now = new Date()): Annotation {
  const { deleted: _, ...rest } = annotation;
  return { ...rest, modified: instantAfter(annotation, now) };
}

/**
 * When a change was made: after the last one, even if the clock has not moved or was set back.
 * A version that is older than what it replaced would be lost to the next save of that.
 */
function instantAfter({ modified }: Annotation, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(modified) + 1)).toISOString();
}
