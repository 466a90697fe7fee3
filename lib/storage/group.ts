import type { Annotation, AnnotationId } from '../annotation/annotation.ts';

/** An annotation that the reader has chosen to share with their reading group, or no longer shares. */
export interface Shared {
  id: AnnotationId;
  isShared: boolean;
  /** CouchDB's name for the revision that was last sent, or last seen there; absent before that. */
  seen?: string;
  /** The revision which that one was made from. */
  parent?: string;
  /** Whether the revision that was seen is a deletion. */
  isGone?: boolean;
}

/** What somebody else in the reading group has shared. It is not the reader's, and is in no export. */
export interface GroupNote {
  /** The document's id: the annotation's, and a member's. */
  id: string;
  /** Who has written it, as they call themselves: nobody has checked that. */
  author: string;
  annotation: Annotation;
}

/** What is kept of the group between two runs; what each holds, `lib/sync` knows. */
export interface GroupState {
  key: 'on' | 'since' | 'status' | 'checked';
  value: unknown;
}
