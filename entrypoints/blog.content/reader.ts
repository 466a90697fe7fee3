import type { ColourNames } from '../../components/colour-name.ts';
import { createHighlightToolbar } from '../../components/highlight-toolbar.ts';
import { createSelectionToolbar } from '../../components/selection-toolbar.ts';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import { colourOf } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import type { PostFinder } from '../../lib/blog/post-finder.ts';
import type { SelectedPassage } from '../../lib/messaging/protocol.ts';
import { type Annotating, type AnnotatingServices, createAnnotating } from './annotating.ts';
import { createCopying } from './copying.ts';
import { linesOf } from './floating.ts';
import type { Glance } from './glance.ts';
import { isMarked } from './margin-marks.ts';
import type { ToolbarContent } from './page-toolbar.ts';
import { scrollToPassage } from './scroll.ts';
import { selectedRange } from './watch-selection.ts';

/** What a reader can do on the page. */
export interface Reader
  extends Pick<Annotating, 'annotate' | 'recolour' | 'rekind' | 'editNote' | 'remove'> {
  /** Offer the toolbar for a selection, if it touches a post. */
  offer(range: Range): void;
  /** Take that offer back: nothing is selected any more. */
  withdraw(): void;
  /** Annotate the selection; see `annotate`. */
  annotateSelection(kind: Kind): Promise<void>;
  /** Copy a passage with a link to its post, and say so. */
  copy(range: Range): void;
  /** Open the toolbar of a highlight. */
  open(annotation: Annotation): void;
  /** Open the toolbar of the highlight at a point of the viewport, or put the toolbar away. */
  pick(x: number, y: number): void;
  /** Show what is known of a highlight, after a moment; or of none any more. */
  glanceAt(annotation: Annotation | undefined): void;
  /** The same of the highlight at a point of the viewport. */
  pointAt(x: number, y: number): void;
  /** Attach an annotation to the selection. False when nothing of its post is selected. */
  reattachToSelection(id: AnnotationId): Promise<boolean>;
  /** What is selected, if it belongs to a post. */
  findSelection(): SelectedPassage | undefined;
  /** Scroll to a passage and make it flash. False when it is not on the page. */
  jumpTo(id: AnnotationId): boolean;
}

export interface ReaderServices extends AnnotatingServices {
  finder: PostFinder;
  glance: Glance;
  colourNames: () => ColourNames;
  onShortcuts: () => void;
}

/** How long a passage that was jumped to stands out, in milliseconds. */
const FLASH = 1600;

export function createReader(services: ReaderServices): Reader {
  const { document, finder, page, toolbar, glance, colourNames, onShortcuts } = services;
  const annotating = createAnnotating(services);
  const { annotate, recolour, rekind, act, editNote, remove, notify, anchorOf } = annotating;
  let offer: ToolbarContent | undefined;

  const copy = createCopying({ document, finder, page, notify });

  /** A highlight that is nothing else has nothing to tell, unless its colour has a meaning. */
  const tells = (annotation: Annotation) =>
    isMarked(annotation) || colourNames()[colourOf(annotation.target)] !== undefined;
  const glanceAt = (annotation: Annotation | undefined) => {
    if (annotation && tells(annotation)) glance.at(annotation, anchorOf(annotation.id));
    else glance.at(undefined, () => []);
  };

  const open = (annotation: Annotation) => {
    const { id } = annotation;
    glance.close();
    const view = createHighlightToolbar({
      annotation,
      colourNames: colourNames(),
      onColour: (colour) => open(recolour(annotation, colour)),
      onNote: () => editNote(annotation),
      onKind: (kind) => open(rekind(annotation, kind)),
      onDone: (isDone) => {
        const { done: _, ...rest } = annotation.action ?? {};
        open(act(annotation, isDone ? { ...rest, done: new Date().toISOString() } : rest));
      },
      onCopy() {
        const range = page.rangeOf(id);
        if (range) copy(range);
      },
      onDelete: () => remove(annotation),
      onShortcuts,
      onClose: toolbar.hide,
    });
    toolbar.show({ view, anchor: anchorOf(id) });
  };

  return {
    annotate,
    recolour,
    rekind,
    editNote,
    remove,
    copy,
    open,
    offer(range) {
      if (!page.covers(range)) return;
      glance.close();
      // A reader may have gone on selecting since the toolbar came up.
      const selected = () => selectedRange(document) ?? range;
      const view = createSelectionToolbar({
        colourNames: colourNames(),
        onAnnotate: (kind, colour) => annotate(selected(), kind, colour),
        onCopy: () => copy(selected()),
        onShortcuts,
        onClose: toolbar.hide,
      });
      offer = { view, anchor: () => linesOf(range) };
      toolbar.show(offer);
    },
    withdraw() {
      if (toolbar.content === offer) toolbar.hide();
    },
    async annotateSelection(kind) {
      const range = selectedRange(document);
      if (range) await annotate(range, kind);
    },
    pick(x, y) {
      const annotation = page.annotationAt(x, y);
      if (annotation) open(annotation);
      else toolbar.hide();
    },
    glanceAt,
    pointAt: (x, y) => glanceAt(toolbar.content ? undefined : page.annotationAt(x, y)),
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
