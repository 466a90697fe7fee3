import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Beginning, Writing } from '../annotation/writing.ts';

/** A note being edited. */
export interface OpenedNote {
  annotation: Annotation;
  /** The draft left from last time, or what is saved. */
  writing: Writing;
  beginning: Beginning;
}

/** What became of a note that was saved. */
export interface SavedNote {
  /** What was written elsewhere meanwhile, which is kept beside it; absent where nothing was. */
  other?: string;
}

/** What the reader wrote for an annotation. */
export interface WrittenNote {
  id: AnnotationId;
  writing: Writing;
  beginning: Beginning;
}
