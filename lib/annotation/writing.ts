import type { Action } from './action.ts';
import { type Annotation, noteOf, tagsOf } from './annotation.ts';
import { withAction, withKind, withNote, withTags } from './changes.ts';
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

/** What is written about a passage. */
export function writingOf(annotation: Annotation): Writing {
  return {
    note: noteOf(annotation),
    kind: kindOf(annotation),
    tags: tagsOf(annotation),
    action: annotation.action ?? {},
  };
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
