import type { Action } from '../lib/annotation/action.ts';
import type { AnnotationId, FormerNote } from '../lib/annotation/annotation.ts';
import type { Colour } from '../lib/annotation/colour.ts';
import type { Kind } from '../lib/annotation/kind.ts';
import type { Beginning, Unsaved, Writing } from '../lib/annotation/writing.ts';

/** Which annotations a reading group sees, and the reader's word on that. */
export interface Sharing {
  shared: ReadonlySet<AnnotationId>;
  onShare: (id: AnnotationId, isShared: boolean) => void | Promise<void>;
}

/** What a reader does to annotations, by their ids: the same wherever their cards stand. */
export interface AnnotationHandlers {
  onColour: (id: AnnotationId, colour: Colour) => void;
  /** Without it the kind cannot be changed, nor can tags without `onTags`. */
  onKind?: ((id: AnnotationId, kind: Kind) => void) | undefined;
  onTags?: ((id: AnnotationId, tags: string[], before: readonly string[]) => void) | undefined;
  /** An action is done or not, or due on another day, unlike before. */
  onAction?: ((id: AnnotationId, action: Action, before: Action) => void) | undefined;
  /** The reader's tags, the likeliest first; asked for when tags are about to be typed. */
  listTags?: (() => Promise<readonly string[]>) | undefined;
  /** The form stays open until the promise is kept, and says so when it is broken. */
  onEdit: (id: AnnotationId, writing: Writing, beginning: Beginning) => void | Promise<void>;
  onDelete: (id: AnnotationId) => void;
  /** Absent while no group is joined. */
  sharing?: Sharing | undefined;
  /** Make a note that was written at the same time the note. */
  onTakeNote?: ((id: AnnotationId, former: FormerNote) => void) | undefined;
  onDropNote?: ((id: AnnotationId, former: FormerNote) => void) | undefined;
  /** What was written and never saved, as much as was kept; asked for when the form opens. */
  findDraft?: ((id: AnnotationId) => Promise<Unsaved | undefined>) | undefined;
  /** Every change while something is being written, for whoever keeps drafts. */
  onDraft?: ((id: AnnotationId, writing: Writing, beginning: Beginning) => void) | undefined;
  /** The reader has thrown away what was typed. */
  onDiscard?: ((id: AnnotationId, beginning: Beginning) => void) | undefined;
}
