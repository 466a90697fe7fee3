import type { Action } from './action.ts';
import { type Annotation, LONGEST_HISTORY } from './annotation.ts';
import { type Colour, colourOf, inColour } from './colour.ts';
import { type Kind, kindOf, motivationOf } from './kind.ts';
import { toTags } from './tags.ts';
import { isSamePlace, type Target } from './target.ts';
import type { Writing } from './writing.ts';

/*
 * What a reader can do to an annotation. Each answers with a new record, modified after the old
 * one; what was deleted, or is of another post, is for the caller to look at.
 */

/**
 * The annotation with another note. A note of nothing but white space is no note; a question or an
 * action without one is still what it is.
 */
export function withNote(annotation: Annotation, note: string, now = new Date()): Annotation {
  const { body: _, ...rest } = annotation;
  const hasNote = note.trim() !== '';
  return {
    ...rest,
    motivation: motivationOf(kindOf(annotation), hasNote),
    ...(hasNote && { body: { type: 'TextualBody', format: 'text/markdown', value: note } }),
    modified: instantAfter(annotation, now),
  };
}

/** The annotation as one of another kind; itself when it is of that kind. */
export function withKind(annotation: Annotation, kind: Kind, now = new Date()): Annotation {
  const motivation = motivationOf(kind, annotation.body !== undefined);
  if (motivation === annotation.motivation) return annotation;
  const { action: _, ...rest } = annotation;
  return {
    ...rest,
    motivation,
    ...(kind === 'action' && { action: {} }),
    modified: instantAfter(annotation, now),
  };
}

/** The annotation with these tags and no others; see `toTags` for what becomes of them. */
export function withTags(
  annotation: Annotation,
  tags: readonly string[],
  now = new Date(),
): Annotation {
  const { tags: _, ...rest } = annotation;
  const kept = toTags(tags);
  return {
    ...rest,
    ...(kept.length > 0 && { tags: kept }),
    modified: instantAfter(annotation, now),
  };
}

/**
 * The action done or not, and due when; itself when it is no action.
 *
 * @param action What it is to be instead of what it is.
 */
export function withAction(annotation: Annotation, action: Action, now = new Date()): Annotation {
  if (!annotation.action) return annotation;
  return { ...annotation, action, modified: instantAfter(annotation, now) };
}

/** The annotation with what is written about it replaced. */
export function withWriting(
  annotation: Annotation,
  { note, kind, tags, action }: Writing,
  now = new Date(),
): Annotation {
  const noted = withNote(annotation, note, now);
  return withAction(withTags(withKind(noted, kind, now), tags, now), action, now);
}

/** The annotation in another colour; itself when it has that colour. */
export function withColour(annotation: Annotation, colour: Colour, now = new Date()): Annotation {
  if (colourOf(annotation.target) === colour) return annotation;
  const modified = instantAfter(annotation, now);
  return { ...annotation, target: inColour(annotation.target, colour), modified };
}

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
 * The annotation as it once was: the undo of any change. It is a new version all the same, modified
 * after the one it takes the place of.
 */
export function asBefore(annotation: Annotation, before: Annotation, now = new Date()): Annotation {
  return { ...before, modified: instantAfter(annotation, now) };
}

/**
 * When a change was made: after the last one, even if the clock has not moved or was set back.
 * A version that is older than what it replaced would be lost to the next save of that.
 */
export function instantAfter({ modified }: Annotation, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(modified) + 1)).toISOString();
}
