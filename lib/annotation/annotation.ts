import { v7 as createUuid } from 'uuid';
import type { Selector } from './selector.ts';

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

/** What the annotation is about: a passage of a post. */
export interface Target {
  /** The post's permalink: the IRI of the source. */
  source: string;
  selector: Selector[];
  /**
   * The passage as the author set it: quotes and dashes untouched, `\n` for a line break and
   * `\n\n` between paragraphs. Selectors hold folded text, made for finding; this is for reading.
   */
  passage: string;
}

/** The record Waymark keeps: an annotation of the W3C Web Annotation Data Model. */
export interface Annotation {
  id: AnnotationId;
  motivation: Motivation;
  target: Target;
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
  return { id: createUuid(), motivation: 'highlighting', target, created, modified: created };
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
