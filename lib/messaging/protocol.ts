import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Colour } from '../annotation/colour.ts';
import type { PassageLocation } from '../annotation/passage-location.ts';
import type { Target } from '../annotation/target.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';

/**
 * What content scripts and extension pages may ask of the background. Content scripts cannot
 * reach the database: theirs would be the page's. Arguments and results must survive JSON.
 */
export interface BackgroundProtocol {
  /** The annotations of the posts, in reading order within each. */
  listAnnotations(sources: Permalink[]): Annotation[];
  /** Store an annotation the reader has just made. */
  saveAnnotation(annotation: Annotation): void;
  /** Delete an annotation, leaving a tombstone. */
  deleteAnnotation(id: AnnotationId): void;
  /** Bring a deleted annotation back. */
  restoreAnnotation(id: AnnotationId): void;
  /** Attach an annotation to another place of its post. False when the annotation is gone. */
  saveTarget(attached: { id: AnnotationId; target: Target }): boolean;
  /** Mark a passage in another colour. */
  saveColour(coloured: { id: AnnotationId; colour: Colour }): void;
  /** Keep the posts that a page shows, so that they are known without the feed. */
  savePosts(posts: Post[]): void;
  /** The annotation whose note is to be edited, and the note or the draft of it. */
  openNote(id: AnnotationId): OpenedNote | undefined;
  /** Replace the note and drop its draft. False when the annotation is gone. */
  saveNote(note: NoteText): boolean;
  /** Keep what is being typed. */
  saveDraft(note: NoteText): void;
  /** Throw away what was typed and not saved. */
  discardDraft(id: AnnotationId): void;
  /** Tell every page that shows the post that its annotations have changed. */
  announceChange(source: Permalink): void;
  /** Read the blog's feed if it is stale, or in any case; the progress is in the database. */
  refreshPosts(options: { evenIfFresh: boolean }): void;
  /** Break off the reading of the feed; what has been read stays. */
  cancelRefresh(): void;
  /** Close the note editor in the sender's tab. */
  closeEditor(): void;
}

/** A note being edited. */
export interface OpenedNote {
  annotation: Annotation;
  /** The draft left from last time, or the note as it is saved; in Markdown. */
  note: string;
}

/** What the reader wrote for an annotation, in Markdown. */
export interface NoteText {
  id: AnnotationId;
  note: string;
}

/** What may be asked of the content script of a tab. */
export interface TabProtocol {
  /** Highlight the selection, and open the note editor on it if asked to. */
  annotateSelection(options: { note: boolean }): void;
  /** Read the annotations of the post again, if the page shows it. */
  refreshAnnotations(source: Permalink): void;
  /** What became of each passage on the page. */
  listLocations(): Record<AnnotationId, PassageLocation>;
  /**
   * Attach an annotation to the place where its edited passage was found, or to a candidate.
   * False when that could not be done, or the place does not read as the reader saw it any more.
   */
  reattach(choice: PlaceChoice): boolean;
  /** Attach an annotation to what is selected in its post. False when nothing is. */
  reattachToSelection(id: AnnotationId): boolean;
  /** What is selected on the page, if it belongs to a post. */
  findSelection(): SelectedPassage | undefined;
  /** Scroll to an annotation and make it flash. False when it is not on the page. */
  jumpTo(id: AnnotationId): boolean;
  /** Begin to read the page by keyboard, or leave off. */
  readByKeyboard(): void;
  /** Go to the next highlight of the page, or to the previous one. */
  stepHighlight(step: 1 | -1): void;
  /** Close the note editor, if it is open. */
  closeEditor(): void;
}

/** A place that the reader has chosen from what `listLocations` told. */
export interface PlaceChoice {
  id: AnnotationId;
  /** Which of the candidates, from 0; the only place of an edited passage is 0. */
  candidate: number;
  /** How the place reads, as it was told. */
  passage: string;
}

/** A passage selected in a post. */
export interface SelectedPassage {
  source: string;
  passage: string;
}
