import {
  type Notice,
  NoticeToolbar,
  SelectionToolbar,
} from '../../components/selection-toolbar.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { lastLineOf } from './floating.ts';
import type { NoteFrame } from './note-frame.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { PageToolbar } from './page-toolbar.tsx';
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
  /** Open the toolbar of the highlight at a point of the viewport. False when there is none. */
  openAt(x: number, y: number): boolean;
  /** Scroll to a passage and make it flash. False when it is not on the page. */
  jumpTo(id: AnnotationId): boolean;
  /** Write a note for what the toolbar stands by. */
  note(): void;
  /** Highlight what the toolbar stands by. */
  highlight(): void;
  /** Put the toolbar away. */
  close(): void;
}

export interface ReaderServices {
  document: Document;
  page: PageAnnotations;
  toolbar: PageToolbar;
  noteFrame: NoteFrame;
}

/** How long a passage that was jumped to stands out, and a notice stays. Milliseconds. */
const FLASH = 1600;
const NOTICE = 10_000;

export function createReader({ document, page, toolbar, noteFrame }: ReaderServices): Reader {
  /** What the toolbar stands by: a selection, or an annotation made before. */
  let offered: Range | Annotation | undefined;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(noticeTimer);
    offered = undefined;
    toolbar.hide();
  };

  const rectOf = (id: AnnotationId) => () => {
    const range = page.rangeOf(id);
    return range && lastLineOf(range);
  };

  const notify = (message: Notice, act: () => void, anchor: () => DOMRect | undefined) => {
    close();
    const onAct = () => {
      close();
      act();
    };
    toolbar.show(<NoticeToolbar message={message} onAct={onAct} />, anchor);
    noticeTimer = setTimeout(close, NOTICE);
  };

  const annotate = async (range: Range, note: boolean) => {
    const made = page.highlight(range);
    if (!made) return;
    const { annotation, saved } = made;
    close();
    document.getSelection()?.removeAllRanges();
    await keep(annotation, saved, note);
  };

  /** Wait until the annotation is stored; the editor can read it only then. */
  const keep = async (annotation: Annotation, saved: Promise<void>, note: boolean) => {
    const anchor = rectOf(annotation.id);
    try {
      await saved;
      if (note) noteFrame.open(annotation.id, anchor);
    } catch (error) {
      console.warn('Waymark: a highlight could not be saved', error);
      notify('Not saved yet', () => keep(annotation, page.save(annotation), note), anchor);
    }
  };

  const remove = async (annotation: Annotation) => {
    const rect = rectOf(annotation.id)();
    const anchor = () => rect;
    const undo = () => page.restore(annotation);
    const message = noteOf(annotation) ? 'Highlight and note deleted' : 'Highlight deleted';
    notify(message, undo, anchor);
    try {
      await page.remove(annotation);
    } catch (error) {
      console.warn('Waymark: a highlight could not be deleted', error);
      notify('Not deleted yet', () => remove(annotation), anchor);
    }
  };

  return {
    offer(range) {
      if (!page.covers(range)) return;
      close();
      offered = range;
      toolbar.show(
        <SelectionToolbar
          mode="selection"
          onHighlight={() => annotate(range, false)}
          onNote={() => annotate(range, true)}
          onDelete={close}
          onClose={close}
        />,
        () => lastLineOf(range),
      );
    },
    withdraw() {
      if (offered instanceof Range) close();
    },
    async annotateSelection(note) {
      const range = selectedRange(document);
      if (range) await annotate(range, note);
    },
    openAt(x, y) {
      const annotation = page.annotationAt(x, y);
      if (!annotation) return false;
      close();
      offered = annotation;
      toolbar.show(
        <SelectionToolbar
          mode="highlight"
          hasNote={noteOf(annotation) !== ''}
          onHighlight={close}
          onNote={() => {
            close();
            noteFrame.open(annotation.id, rectOf(annotation.id));
          }}
          onDelete={() => remove(annotation)}
          onClose={close}
        />,
        rectOf(annotation.id),
      );
      return true;
    },
    jumpTo(id) {
      const range = page.rangeOf(id);
      if (!range) return false;
      scrollToPassage(document, range);
      page.attend(id, new Promise((resolve) => setTimeout(resolve, FLASH)));
      return true;
    },
    note() {
      if (offered instanceof Range) annotate(offered, true);
      else if (offered) {
        const { id } = offered;
        close();
        noteFrame.open(id, rectOf(id));
      }
    },
    highlight() {
      if (offered instanceof Range) annotate(offered, false);
    },
    close,
  };
}
