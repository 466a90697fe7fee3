import {
  type Annotation,
  type FormerNote,
  MOST_FORMER_NOTES,
  noteOf,
} from '../annotation/annotation.ts';
import { formerNotesOf } from '../annotation/former-notes.ts';
import { byCodeUnits, isAlike } from './canonical.ts';
import { mergeSets } from './merge-values.ts';

/** The text of a note, and those that stand beside it for the reader to choose from. */
export interface Notes {
  note: string;
  formerNotes: readonly FormerNote[];
}

/** Every text of an annotation's note: the one it has, and those that gave way unseen. */
export function textsOf({ note, formerNotes }: Notes): string[] {
  return [note, ...formerNotes.map((former) => former.note)].filter((text) => text !== '');
}

export function notesOf(annotation: Annotation): Notes {
  return { note: noteOf(annotation), formerNotes: formerNotesOf(annotation) };
}

/**
 * What becomes of notes that were written in two places at once: no text is lost that either has
 * written. One is the note, the others stand among its former notes, where the reader can take or
 * discard them; what either took away or discarded is gone, unless the other chose it.
 *
 * @param picked The note that was written later, or that alone was changed; see `mergeValue`.
 */
export function mergeNotes(
  base: Annotation | undefined,
  a: Annotation,
  b: Annotation,
  picked: string,
): Notes {
  const [inA, inB] = [notesOf(a), notesOf(b)];
  const inBase = base && notesOf(base);
  if (isAlike(inA, inB) || (inBase && isAlike(inB, inBase))) return inA;
  if (inBase && isAlike(inA, inBase)) return inB;
  const left = mergeSets(inBase && textsOf(inBase), textsOf(inA), textsOf(inB), (text) => text);
  const others = [inA.note, inB.note].filter((text) => left.includes(text)).sort(byCodeUnits);
  const note = picked === '' ? (others[0] ?? '') : picked;
  const formerNotes = left
    .filter((text) => text !== note)
    .map((text) => ({ note: text, until: untilOf(text, [a, b]) }))
    .sort((x, y) => byCodeUnits(x.until, y.until) || byCodeUnits(x.note, y.note))
    .slice(-MOST_FORMER_NOTES);
  return { note, formerNotes };
}

/** Until when a text was the note, as far as anyone knows. */
function untilOf(text: string, annotations: readonly Annotation[]): string {
  const known = annotations.flatMap((annotation) => [
    ...(noteOf(annotation) === text ? [annotation.modified] : []),
    ...formerNotesOf(annotation).flatMap(({ note, until }) => (note === text ? [until] : [])),
  ]);
  return known.sort(byCodeUnits).at(-1) ?? '';
}
