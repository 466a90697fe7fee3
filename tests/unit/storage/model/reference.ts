/*
 * What a reader would say there is, as plainly as it can be said: no database, no stamps but those
 * that were seen, and nothing of the code that is tested.
 */

export type Kind = 'plain' | 'question' | 'action';

/** What is written about a passage; what is absent is the empty string. */
export interface Words {
  note: string;
  kind: Kind;
  tags: string[];
  done: string;
  due: string;
}

/** A text that was written at the same time as the note, and until when it was the note. */
export interface Former {
  note: string;
  until: string;
}

export interface Row extends Words {
  /** Where its passage begins, and where it began before, oldest first. */
  place: number;
  places: number[];
  colour: string;
  former: Former[];
  isDeleted: boolean;
  /** As it was last seen in the library: only which of two is newer is of any meaning here. */
  modified: string;
}

export interface Draft {
  words: Words;
  base: Words;
  form: string;
}

export interface Library {
  rows: Map<string, Row>;
  drafts: Map<string, Draft>;
}

export function wordsOf({ note, kind, tags, done, due }: Words): Words {
  return { note, kind, tags, done, due };
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const clean = (note: string) => (note.trim() === '' ? '' : note);

/** Somebody who began with `base` saves `mine`. */
export function write(row: Row, base: Words, mine: Words): void {
  const there = row.note;
  if (clean(mine.note) !== clean(base.note) && mine.note !== there) {
    const isTorn = there !== clean(base.note);
    if (isTorn && row.former.some(({ note }) => note === mine.note)) {
      // It was saved before, and another note has taken its place: nothing is to be done.
    } else {
      if (isTorn && there !== '') keep(row, there);
      row.note = clean(mine.note);
    }
  }
  if (mine.kind !== base.kind) row.kind = mine.kind;
  row.tags = isSame(row.tags, base.tags)
    ? [...mine.tags]
    : [
        ...row.tags.filter((tag) => mine.tags.includes(tag) || !base.tags.includes(tag)),
        ...mine.tags.filter((tag) => !base.tags.includes(tag) && !row.tags.includes(tag)),
      ];
  if (mine.done !== base.done) row.done = mine.done;
  if (mine.due !== base.due) row.due = mine.due;
  if (row.kind !== 'action') {
    row.done = '';
    row.due = '';
  }
}

/** Keep a text beside the note. When that was is seen in the library. */
function keep(row: Row, note: string): void {
  row.former = [...row.former.filter((one) => one.note !== note), { note, until: 'now' }].slice(
    -10,
  );
}

export function attach(row: Row, place: number): void {
  if (place === row.place) return;
  if (row.places.at(-1) === place) row.places.pop();
  else row.places.push(row.place);
  row.place = place;
}

/** What was done, to be taken back. */
export interface Done {
  id: string;
  before: Row | undefined;
  after: Row | undefined;
  /** Its draft, as it was before and after. */
  draft: { before: Draft | undefined; after: Draft | undefined };
}

/** Take back what was done, and nothing that was done since. */
export function takeBack({ rows, drafts }: Library, { id, before, after, draft }: Done): void {
  const now = rows.get(id);
  if (!isSame(draft.before, draft.after) && isSame(drafts.get(id), draft.after)) {
    if (draft.before) drafts.set(id, draft.before);
    else drafts.delete(id);
  }
  if (!before) {
    if (now && after && now.modified === after.modified) rows.delete(id);
    else if (now) now.isDeleted = true;
  } else if (!now) {
    rows.set(id, structuredClone(before));
  } else if (after && isSame(now, after)) {
    // All of it, not the instant alone: one made anew since may have come to the same instant.
    rows.set(id, structuredClone(before));
  } else if (after) {
    if (!isSame(wordsOf(after), wordsOf(before))) write(now, wordsOf(after), wordsOf(before));
    if (after.place !== before.place) attach(now, before.place);
    if (after.colour !== before.colour) now.colour = before.colour;
    if (after.isDeleted !== before.isDeleted) now.isDeleted = before.isDeleted;
    const isIn = (notes: Former[]) => (one: Former) => notes.some((other) => isSame(one, other));
    if (!isSame(after.former, before.former)) {
      const left = now.former.filter((one) => isIn(before.former)(one) || !isIn(after.former)(one));
      const back = before.former.filter((one) => !isIn(after.former)(one) && !isIn(left)(one));
      now.former = [...left, ...back].sort((a, b) => (a.until < b.until ? -1 : 1)).slice(-10);
    }
  }
}
