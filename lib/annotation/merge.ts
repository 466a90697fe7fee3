import type { Action } from './action.ts';
import type { Annotation, FormerNote } from './annotation.ts';
import { asBefore, instantAfter, withColour, withTarget, withWriting } from './changes.ts';
import { colourOf } from './colour.ts';
import { formerNotesOf, withFormerNote, withFormerNotes } from './former-notes.ts';
import type { Kind } from './kind.ts';
import { tagKeyOf } from './tags.ts';
import { isSamePlace } from './target.ts';
import { type Writing, writingOf } from './writing.ts';

/*
 * Three-way merges: what somebody changed, from what they had before them to what they made of it,
 * is done to the annotation as it is by now. See docs/adr/0022-edits-at-once.md.
 */

/**
 * The annotation with what a reader has changed in writing about it. What only others have changed
 * meanwhile stays; of what both have changed the later counts, which is this one. Only a note is
 * more than a choice: the other one is kept among the former notes. What is there already, since
 * this save was made before and its answer lost, is not made the note again.
 */
export function mergeWriting(
  stored: Annotation,
  base: Writing,
  mine: Writing,
  now = new Date(),
): Annotation {
  const theirs = writingOf(stored);
  const [before, here, there] = [base, mine, theirs].map(({ note }) => toKept(note)) as Three;
  const isTorn = here !== before && there !== before && here !== there;
  const isKeptAlready = isTorn && formerNotesOf(stored).some(({ note }) => note === here);
  const merged = withWriting(
    stored,
    {
      note: here === before || isKeptAlready ? theirs.note : mine.note,
      kind: toChosen(mine.kind) === toChosen(base.kind) ? theirs.kind : mine.kind,
      tags: mergeTags(theirs.tags, base.tags, mine.tags),
      action: mergeAction(theirs.action, base.action, mine.action),
    },
    now,
  );
  return isTorn && !isKeptAlready && there !== '' ? withFormerNote(merged, there, now) : merged;
}

type Three = [base: string, mine: string, theirs: string];

/** A note of nothing but white space is none. */
function toKept(note: string): string {
  return note.trim() === '' ? '' : note;
}

/** Between a highlight and a comment nobody chooses: the note decides. */
function toChosen(kind: Kind): Kind {
  return kind === 'highlight' ? 'comment' : kind;
}

/** The tags there are, without those that were taken away and with those that were given. */
export function mergeTags(
  theirs: readonly string[],
  base: readonly string[],
  mine: readonly string[],
): readonly string[] {
  if (theirs.join('\n') === base.join('\n')) return mine;
  const keysOf = (tags: readonly string[]) => new Set(tags.map(tagKeyOf));
  const [before, here] = [keysOf(base), keysOf(mine)];
  const isKept = (tag: string) => here.has(tagKeyOf(tag)) || !before.has(tagKeyOf(tag));
  return [...theirs.filter(isKept), ...mine.filter((tag) => !before.has(tagKeyOf(tag)))];
}

/** Whether it is done and when it is due are two things, each changed by itself. */
export function mergeAction(theirs: Action, base: Action, mine: Action): Action {
  const done = mine.done === base.done ? theirs.done : mine.done;
  const due = mine.due === base.due ? theirs.due : mine.due;
  return { ...(done && { done }), ...(due && { due }) };
}

/**
 * The annotation with the change from one version of it to another: how an undo takes back what was
 * done, and nothing that was done since.
 */
export function mergeVersions(
  stored: Annotation,
  from: Annotation,
  to: Annotation,
  now = new Date(),
): Annotation {
  if (isSame(stored, from)) return asBefore(stored, to, now);
  let merged = stored;
  if (!isSame(writingOf(from), writingOf(to)))
    merged = mergeWriting(merged, writingOf(from), writingOf(to), now);
  if (!isSamePlace(from.target, to.target)) merged = withTarget(merged, to.target, now);
  if (colourOf(from.target) !== colourOf(to.target))
    merged = withColour(merged, colourOf(to.target), now);
  if (!isSame(from.formerNotes, to.formerNotes)) {
    const notes = mergeFormerNotes(formerNotesOf(merged), formerNotesOf(from), formerNotesOf(to));
    merged = withFormerNotes(merged, notes);
  }
  if (from.deleted !== to.deleted) {
    const { deleted: _, ...rest } = merged;
    merged = { ...rest, ...(to.deleted && { deleted: to.deleted }) };
  }
  return merged === stored ? stored : { ...merged, modified: instantAfter(merged, now) };
}

function mergeFormerNotes(
  theirs: readonly FormerNote[],
  base: readonly FormerNote[],
  mine: readonly FormerNote[],
): FormerNote[] {
  const isIn = (notes: readonly FormerNote[]) => (one: FormerNote) =>
    notes.some((other) => isSame(one, other));
  const [before, here] = [isIn(base), isIn(mine)];
  const kept = theirs.filter((one) => here(one) || !before(one));
  const given = mine.filter((one) => !before(one) && !isIn(kept)(one));
  return [...kept, ...given].sort((a, b) => (a.until < b.until ? -1 : 1));
}

/** Whether two records say the same. */
function isSame(a: unknown, b: unknown): boolean {
  return toText(a) === toText(b);
}

/** The same text for the same value, in whatever order its fields were written. */
function toText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
