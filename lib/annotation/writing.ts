import type { Action } from './action.ts';
import { type Annotation, noteOf, tagsOf } from './annotation.ts';
import { type Kind, kindOf } from './kind.ts';

/** All that a reader writes about a passage, as it is edited and saved together. */
export interface Writing {
  /** In Markdown; empty when there is none. */
  note: string;
  /** A highlight with a note is a comment, and a comment without one a highlight. */
  kind: Kind;
  tags: readonly string[];
  /** What of it is to be done; of no meaning unless it is an action. */
  action: Action;
}

/** What is written beside the note. */
export type WritingDetails = Omit<Writing, 'note'>;

/**
 * What a form for writing began with: by it a save knows what the reader has changed, and which
 * draft is its own.
 */
export interface Beginning {
  /** What was written when the reader began. */
  base: Writing;
  /** What this form is called, another each time, and the one whose draft it has taken up. */
  forms: readonly string[];
}

/** What was typed and not saved: as much as was kept, and where it began. */
export interface Unsaved extends Partial<Writing> {
  base?: Writing;
  /** The form it was typed in. */
  form?: string;
}

/**
 * What a form opens with: what is written, or the draft of that, which goes on from where it began.
 *
 * @param form what the form is called from now on.
 */
export function toOpened(
  annotation: Annotation,
  { base = writingOf(annotation), form: left, ...draft }: Unsaved = {},
  form: string = crypto.randomUUID(),
): { writing: Writing; beginning: Beginning } {
  return {
    writing: { ...writingOf(annotation), ...draft },
    beginning: { base, forms: left === undefined ? [form] : [form, left] },
  };
}

/** What is written about a passage. */
export function writingOf(annotation: Annotation): Writing {
  return {
    note: noteOf(annotation),
    kind: kindOf(annotation),
    tags: tagsOf(annotation),
    action: annotation.action ?? {},
  };
}
