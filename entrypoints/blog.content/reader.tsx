import { SelectionToolbar } from '../../components/selection-toolbar.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { type Colour, colourOf } from '../../lib/annotation/colour.ts';
import type { SelectedPassage } from '../../lib/messaging/protocol.ts';
import { type AnnotatingServices, createAnnotating } from './annotating.tsx';
import { lastLineOf } from './floating.ts';
import type { ToolbarContent } from './page-toolbar.tsx';
import { scrollToPassage } from './scroll.ts';
import { selectedRange } from './watch-selection.ts';

/** What a reader can do on the page. */
export interface Reader {
  /** Offer the toolbar for a selection, if it touches a post. */
  offer(range: Range): void;
  /** Take that offer back: nothing is selected any more. */
  withdraw(): void;
  /** Highlight the selection, and open the note editor on it if asked to. */
  annotateSelection(note: boolean): Promise<void>;
  /** Highlight what the range covers, and open the note editor on it if asked to. */
  annotate(range: Range, note: boolean): Promise<void>;
  /** Open the note editor on an annotation. */
  editNote(annotation: Annotation): void;
  /** Delete an annotation and offer to undo that. */
  remove(annotation: Annotation): Promise<void>;
  /** Open the toolbar of a highlight. */
  open(annotation: Annotation): void;
  /** Open the toolbar of the highlight at a point of the viewport, or put the toolbar away. */
  pick(x: number, y: number): void;
  /** Attach an annotation to the selection. False when nothing of its post is selected. */
  reattachToSelection(id: AnnotationId): Promise<boolean>;
  /** What is selected, if it belongs to a post. */
  findSelection(): SelectedPassage | undefined;
  /** Scroll to a passage and make it flash. False when it is not on the page. */
  jumpTo(id: AnnotationId): boolean;
}

/** How long a passage that was jumped to stands out, in milliseconds. */
const FLASH = 1600;

export function createReader(services: AnnotatingServices): Reader {
  const { document, page, toolbar } = services;
  const annotating = createAnnotating(services);
  const { annotate, editNote, remove, anchorOf } = annotating;
  let offer: ToolbarContent | undefined;

  const open = (annotation: Annotation) => {
    const note = () => editNote(annotation);
    toolbar.show({
      view: (
        <SelectionToolbar
          mode="highlight"
          colour={colourOf(annotation.target)}
          onColour={(colour: Colour) => annotating.recolour(annotation.id, colour)}
          hasNote={noteOf(annotation) !== ''}
          onHighlight={toolbar.hide}
          onNote={note}
          onDelete={() => remove(annotation)}
          onClose={toolbar.hide}
        />
      ),
      anchor: anchorOf(annotation.id),
      keys: { n: note },
    });
  };

  return {
    annotate,
    editNote,
    remove,
    open,
    offer(range) {
      if (!page.covers(range)) return;
      // A reader may have gone on selecting since the toolbar came up.
      const selected = () => selectedRange(document) ?? range;
      const highlight = () => annotate(selected(), false);
      const note = () => annotate(selected(), true);
      offer = {
        view: (
          <SelectionToolbar
            mode="selection"
            colour={annotating.colour}
            onColour={(colour: Colour) => annotate(range, false, colour)}
            onHighlight={highlight}
            onNote={note}
            onDelete={toolbar.hide}
            onClose={toolbar.hide}
          />
        ),
        anchor: () => lastLineOf(range),
        keys: { h: highlight, n: note },
      };
      toolbar.show(offer);
    },
    withdraw() {
      if (toolbar.content === offer) toolbar.hide();
    },
    async annotateSelection(note) {
      const range = selectedRange(document);
      if (range) await annotate(range, note);
    },
    pick(x, y) {
      const annotation = page.annotationAt(x, y);
      if (annotation) open(annotation);
      else toolbar.hide();
    },
    async reattachToSelection(id) {
      const range = selectedRange(document);
      if (!range || !(await page.reattachTo(id, range))) return false;
      document.getSelection()?.removeAllRanges();
      return true;
    },
    findSelection() {
      const range = selectedRange(document);
      return range && page.passageIn(range);
    },
    jumpTo(id) {
      const range = page.rangeOf(id);
      if (!range) return false;
      scrollToPassage(document, range);
      page.attend(id, new Promise((resolve) => setTimeout(resolve, FLASH)));
      return true;
    },
  };
}
