import type { Action } from '../annotation/action.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Colour } from '../annotation/colour.ts';
import type { Kind } from '../annotation/kind.ts';
import type { PassageLocation, PassageSearch, SearchAct } from '../annotation/passage-location.ts';
import type { Target } from '../annotation/target.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Site } from '../blog/site.ts';
import type { OpenedNote, SavedNote, WrittenNote } from './written-note.ts';

/**
 * What content scripts and extension pages may ask of the background. Content scripts cannot
 * reach the database: theirs would be the page's. Arguments and results must survive JSON.
 */
export interface BackgroundProtocol {
  /**
   * The annotations of the posts, in reading order within each, without the words of notes and tags:
   * they are told that there are some, and no more.
   */
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
  /** Make it another kind of annotation. */
  saveKind(changed: { id: AnnotationId; kind: Kind }): void;
  /** Say whether an action is done and when it is due. */
  saveAction(changed: { id: AnnotationId; action: Action }): void;
  /** What the reader calls the colours. */
  readColourNames(): Partial<Record<Colour, string>>;
  /** All keys there are, and what they do, by where they do it. */
  listShortcuts(): { title: string; rows: readonly (readonly [keys: string, does: string])[] }[];
  /** The post whose own page the sender is has been before the reader for a while. */
  notePostOpened(): void;
  /** Keep what became of the passages on a page, for whoever looks for lost ones. */
  saveStates(locations: Record<AnnotationId, Pick<PassageLocation, 'state'>>): void;
  /** Keep the posts that a page shows, so that they are known without the feed. */
  savePosts(posts: Post[]): void;
  /** The annotation whose note is to be edited, and what is written about it or the draft of that. */
  openNote(id: AnnotationId): OpenedNote | undefined;
  /** Replace what is written and drop its draft. Undefined when the annotation is gone. */
  saveNote(written: WrittenNote): SavedNote | undefined;
  /** Keep what is being written. */
  saveDraft(written: WrittenNote): void;
  /** The tags in use, the most used first. */
  listTags(): string[];
  /** Give the frame on the page the height of what the sender shows in it, in CSS pixels. */
  fitFrame(height: number): void;
  /** Throw away what was typed and not saved. */
  discardDraft(thrown: Pick<WrittenNote, 'id' | 'beginning'>): void;
  /** Tell every page that shows the post that its annotations have changed. */
  announceChange(source: Permalink): void;
  /** Bring the annotation's post before the reader, scrolled to its passage. */
  showAnnotation(id: AnnotationId): void;
  /**
   * Read the blog's feed if it is stale, or in any case; the progress is in the database. The same
   * of a site that was added; of any other nothing is read.
   */
  refreshPosts(options: { evenIfFresh: boolean; site?: Site }): void;
  /** Make the list of posts related to one anew; done when it stands in the database. */
  renewRelated(permalink: Permalink): void;
  /** The reader's notes on other posts that speak of the same thing, the nearest first. */
  listRelatedNotes(about: AboutNotes): RelatedNote[];
  /** Break off the reading of the feed; what has been read stays. */
  cancelRefresh(options: { site?: Site }): void;
  /**
   * Sync with the reader's server, if there is one; what comes of it stands in the database.
   * `mayRemove`: the reader has been asked, and many annotations may go.
   */
  syncNow(options: { mayRemove: boolean }): void;
  /** End the sync that is under way, if there is one; answered when it has ended. */
  stopSync(): void;
  /** Close the note editor in the sender's tab. */
  closeEditor(): void;
}

/** What notes are looked for about. */
export interface AboutNotes {
  permalink: Permalink;
  /** What of the post is before the reader's eyes; empty for all of it. */
  text: string;
}

/** A note on another post that speaks of the same thing. */
export interface RelatedNote {
  annotation: Annotation;
  /** The title of its post, where that is known. */
  title?: string;
  /** What the two share, the most telling first. */
  terms: string[];
}

/** What may be asked of the content script of a tab. */
export interface TabProtocol {
  /** Annotate the selection, and open the note editor unless it is to be a mere highlight. */
  annotateSelection(kind: Kind): void;
  /** Read the annotations of the post again, if the page shows it. */
  refreshAnnotations(source: Permalink): void;
  /** What became of each passage on the page. */
  listLocations(): Record<AnnotationId, PassageLocation>;
  /** How far the page has come in looking for them, which can be stopped and gone on with. */
  searchPassages(act: SearchAct): PassageSearch;
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
  /** Show the list of all keys. */
  showShortcuts(): void;
  /** Give the frame of the note the height of what it shows, in CSS pixels. */
  fitFrame(height: number): void;
  /** Close the note editor, if it is open. */
  closeEditor(): void;
  /** End on this page, if the reader had added its site and it is not among those that stay. */
  stayOn(sites: readonly Site[]): void;
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
