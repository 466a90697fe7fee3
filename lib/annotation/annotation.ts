import type { Action } from './action.ts';
import { type Kind, type Motivation, motivationOf } from './kind.ts';
import type { FormerTarget, Target } from './target.ts';
import { createUuid } from './uuid.ts';

/** A UUID, version 7 (RFC 9562): made where the reader acts, so that saving twice is saving once. */
export type AnnotationId = string;

/** What the reader wrote (section 3.2.4), in Markdown. */
export interface TextualBody {
  type: 'TextualBody';
  format: 'text/markdown';
  value: string;
}

/** A note in whose place another was written by somebody who had not seen it. */
export interface FormerNote {
  /** In Markdown; never empty. */
  note: string;
  /** ISO 8601 in UTC. */
  until: string;
}

/** The record Waymark keeps: an annotation of the W3C Web Annotation Data Model. */
export interface Annotation {
  id: AnnotationId;
  motivation: Motivation;
  target: Target;
  /** Where it was attached before, oldest first; no more than `LONGEST_HISTORY`. */
  history?: FormerTarget[];
  body?: TextualBody;
  /** Notes that another took the place of unseen, oldest first; no more than `MOST_FORMER_NOTES`. */
  formerNotes?: FormerNote[];
  /** Bodies whose purpose is `tagging` (section 3.3.5), kept as their values. */
  tags?: string[];
  /** Present on an action only, and there always. */
  action?: Action;
  /** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
  created: string;
  modified: string;
  /** When the reader deleted it. A tombstone is kept so that deletion can be undone. */
  deleted?: string;
}

/** A new annotation of a passage, or of a whole post: a highlight, unless another kind is asked for. */
export function createAnnotation(
  target: Target,
  now = new Date(),
  kind: Kind = 'highlight',
): Annotation {
  const created = now.toISOString();
  return {
    id: createUuid(now.getTime()),
    motivation: motivationOf(kind, false),
    target,
    ...(kind === 'action' && { action: {} }),
    created,
    modified: created,
  };
}

/** Places a passage may have been attached to before the oldest is forgotten. */
export const LONGEST_HISTORY = 20;

/** Notes that are kept beside an annotation's own before the oldest is forgotten. */
export const MOST_FORMER_NOTES = 10;

/** The note's Markdown, or the empty string. */
export function noteOf(annotation: Annotation): string {
  return annotation.body?.value ?? '';
}

/** The tags, in the order the reader gave them. */
export function tagsOf({ tags }: Annotation): readonly string[] {
  return tags ?? [];
}

/** Whether it is there for the reader: what was deleted is kept for a while, and listed apart. */
export function isPresent({ deleted }: Pick<Annotation, 'deleted'>): boolean {
  return deleted === undefined;
}

/** Whether this is an action that is still to be done. */
export function isOpenAction({ action }: Annotation): boolean {
  return action !== undefined && action.done === undefined;
}

/**
 * The note that the last change of the annotation kept beside its own; undefined when it kept none:
 * for telling a reader what has just happened.
 */
export function noteJustKept({ formerNotes, modified }: Annotation): string | undefined {
  return formerNotes?.findLast(({ until }) => until === modified)?.note;
}
