import { type Notice, NoticeToolbar } from '../../components/notice-toolbar.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { type Colour, DEFAULT_COLOUR } from '../../lib/annotation/colour.ts';
import { lastLineOf } from './floating.ts';
import type { NoteFrame } from './note-frame.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { PageToolbar } from './page-toolbar.tsx';

/** Making and deleting annotations, with a word to the reader when there is something to say. */
export interface Annotating {
  /** The colour last used on this page, which the next highlight gets. */
  readonly colour: Colour;
  /**
   * Highlight what the range covers, and open the note editor on it if asked to; in the colour
   * last used, or in another one from now on.
   */
  annotate(range: Range, note: boolean, colour?: Colour): Promise<void>;
  /** Mark a passage in another colour, which is the one last used from now on. */
  recolour(id: AnnotationId, colour: Colour): Promise<void>;
  /** Open the note editor on an annotation. */
  editNote(annotation: Annotation): void;
  /** Delete an annotation and offer to undo that. */
  remove(annotation: Annotation): Promise<void>;
  /** Where an annotation's passage ends on the screen. */
  anchorOf(id: AnnotationId): () => DOMRect | undefined;
}

export interface AnnotatingServices {
  document: Document;
  page: PageAnnotations;
  toolbar: PageToolbar;
  noteFrame: NoteFrame;
}

/** How long a notice with an *Undo* stays, in milliseconds. */
const LASTING = 10_000;

export function createAnnotating({
  document,
  page,
  toolbar,
  noteFrame,
}: AnnotatingServices): Annotating {
  let colour = DEFAULT_COLOUR;

  const anchorOf = (id: AnnotationId) => () => {
    const range = page.rangeOf(id);
    return range && lastLineOf(range);
  };

  const notify = (message: Notice, act: () => void, anchor: () => DOMRect | undefined) => {
    const onAct = () => {
      toolbar.hide();
      act();
    };
    toolbar.show({
      view: <NoticeToolbar message={message} onAct={onAct} />,
      anchor,
      keys: { u: onAct },
      says: message,
      lasting: LASTING,
    });
  };

  /** Wait until the annotation is stored: only then can the editor read it. */
  const keep = async (annotation: Annotation, saved: Promise<void>, note: boolean) => {
    try {
      await saved;
      if (note) noteFrame.open(annotation.id, anchorOf(annotation.id));
    } catch (error) {
      console.warn('Waymark: a highlight could not be saved', error);
      const again = () => keep(annotation, page.save(annotation), note);
      notify('Not saved yet', again, anchorOf(annotation.id));
    }
  };

  const restore = async (annotation: Annotation) => {
    try {
      await page.restore(annotation);
    } catch (error) {
      console.warn('Waymark: a highlight could not be brought back', error);
      notify('Not saved yet', () => restore(annotation), anchorOf(annotation.id));
    }
  };

  const recolour = async (id: AnnotationId, to: Colour) => {
    colour = to;
    try {
      await page.recolour(id, to);
    } catch (error) {
      console.warn('Waymark: a colour could not be saved', error);
      notify('Not saved yet', () => recolour(id, to), anchorOf(id));
    }
  };

  const remove = async (annotation: Annotation) => {
    const rect = anchorOf(annotation.id)();
    const message = noteOf(annotation) ? 'Highlight and note deleted' : 'Highlight deleted';
    notify(
      message,
      () => restore(annotation),
      () => rect,
    );
    try {
      await page.remove(annotation);
    } catch (error) {
      console.warn('Waymark: a highlight could not be deleted', error);
      notify(
        'Not deleted yet',
        () => remove(annotation),
        () => rect,
      );
    }
  };

  return {
    get colour() {
      return colour;
    },
    async annotate(range, note, inColour = colour) {
      toolbar.hide();
      colour = inColour;
      const made = page.highlight(range, colour);
      if (!made) return;
      document.getSelection()?.removeAllRanges();
      await keep(made.annotation, made.saved, note);
    },
    editNote({ id }) {
      toolbar.hide();
      noteFrame.open(id, anchorOf(id));
    },
    recolour,
    remove,
    anchorOf,
  };
}
