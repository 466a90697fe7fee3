import { type Annotation, type FormerNote, MOST_FORMER_NOTES, noteOf } from './annotation.ts';
import { instantAfter, withNote } from './changes.ts';

/** The notes that others took the place of unseen, oldest first. */
export function formerNotesOf({ formerNotes }: Annotation): readonly FormerNote[] {
  return formerNotes ?? [];
}

/** The annotation with these former notes and no others; the oldest go where there are too many. */
export function withFormerNotes(
  { formerNotes: _, ...rest }: Annotation,
  notes: readonly FormerNote[],
): Annotation {
  const kept = notes.slice(-MOST_FORMER_NOTES);
  return { ...rest, ...(kept.length > 0 && { formerNotes: kept }) };
}

/** The annotation with a note kept beside its own, once, as the last of them. */
export function withFormerNote(annotation: Annotation, note: string, now = new Date()): Annotation {
  const modified = instantAfter(annotation, now);
  const others = formerNotesOf(annotation).filter((one) => one.note !== note);
  const notes = [...others, { note, until: modified }];
  return { ...withFormerNotes(annotation, notes), modified };
}

/** The annotation without a former note; itself when there is no such. */
export function withoutFormerNote(
  annotation: Annotation,
  { note, until }: FormerNote,
  now = new Date(),
): Annotation {
  const notes = formerNotesOf(annotation);
  const kept = notes.filter((one) => one.until !== until || one.note !== note);
  if (kept.length === notes.length) return annotation;
  return { ...withFormerNotes(annotation, kept), modified: instantAfter(annotation, now) };
}

/**
 * The annotation with a former note as its note again, and the one it has kept in its stead; itself
 * when there is no such.
 */
export function withFormerNoteBack(
  annotation: Annotation,
  former: FormerNote,
  now = new Date(),
): Annotation {
  const without = withoutFormerNote(annotation, former, now);
  if (without === annotation) return annotation;
  const left = noteOf(annotation);
  return withNote(left ? withFormerNote(without, left, now) : without, former.note, now);
}
