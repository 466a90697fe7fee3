import { createNoticeToolbar, type Notice } from '../../components/notice-toolbar.ts';
import type { Action } from '../../lib/annotation/action.ts';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { type Colour, DEFAULT_COLOUR } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import { say } from '../../lib/language/say.ts';
import { type Anchor, linesOf } from './floating.ts';
import type { NoteFrame } from './note-frame.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { Changed } from './page-changes.ts';
import type { PageToolbar } from './page-toolbar.ts';

/** Making, changing and deleting annotations, with a word to the reader when there is something to say. */
export interface Annotating {
  /**
   * Annotate what the range covers, and open the note editor unless it is to be a highlight and
   * nothing else; in the colour last used, or in another one from now on.
   */
  annotate(range: Range, kind: Kind, colour?: Colour): Promise<void>;
  /** Mark a passage in another colour, which is the one last used from now on. */
  recolour(annotation: Annotation, colour: Colour): Annotation;
  /** Make it another kind of annotation. */
  rekind(annotation: Annotation, kind: Kind): Annotation;
  /** Say whether an action is done and when it is due. */
  act(annotation: Annotation, action: Action): Annotation;
  /** Open the note editor on an annotation. */
  editNote(annotation: Annotation): void;
  /** Delete an annotation and offer to undo that. */
  remove(annotation: Annotation): Promise<void>;
  /** Say something beside a passage: for a moment, or until the reader does what it offers or else. */
  notify(notice: Notice, act: () => void, anchor: Anchor): void;
  /** The lines of an annotation's passage on the screen. */
  anchorOf(id: AnnotationId): Anchor;
}

export interface AnnotatingServices {
  document: Document;
  page: PageAnnotations;
  toolbar: PageToolbar;
  noteFrame: NoteFrame;
}

/** How long a notice stays that offers nothing, in milliseconds. */
const PASSING = 2500;

export function createAnnotating({
  document,
  page,
  toolbar,
  noteFrame,
}: AnnotatingServices): Annotating {
  let colour = DEFAULT_COLOUR;

  const anchorOf = (id: AnnotationId) => () => {
    const range = page.rangeOf(id);
    return range ? linesOf(range) : [];
  };

  const notify = (notice: Notice, act: () => void, anchor: Anchor) => {
    const onAct = () => {
      toolbar.hide();
      act();
    };
    const view = createNoticeToolbar({ notice, onAct });
    // What can be undone or tried again can be for as long as the reader does nothing else.
    const lasting = view.element.querySelector('button') ? undefined : PASSING;
    toolbar.show({ view, anchor, says: say(notice), lasting });
  };

  /** Wait until it is stored; until it is, there is something to try again. */
  const keep = async (
    id: AnnotationId,
    saved: Promise<void>,
    again: () => Promise<void>,
    then?: () => void,
  ): Promise<void> => {
    try {
      await saved;
      then?.();
    } catch (error) {
      console.warn('Waymark:', error);
      notify('notSavedYet', () => keep(id, again(), again, then), anchorOf(id));
    }
  };
  const change = (to: () => Changed): Annotation => {
    const { annotation, saved } = to();
    keep(annotation.id, saved, () => to().saved);
    return annotation;
  };

  const remove = async (annotation: Annotation) => {
    const lines = anchorOf(annotation.id)();
    const restore = () => page.restore(annotation);
    notify(
      noteOf(annotation) ? 'noteDeleted' : 'highlightDeleted',
      () => keep(annotation.id, restore(), restore),
      () => lines,
    );
    try {
      await page.remove(annotation);
    } catch (error) {
      console.warn('Waymark:', error);
      notify(
        'notDeletedYet',
        () => remove(annotation),
        () => lines,
      );
    }
  };

  const edit = (id: AnnotationId) => noteFrame.open(id, anchorOf(id));
  return {
    async annotate(range, kind, inColour = colour) {
      toolbar.hide();
      colour = inColour;
      const made = page.highlight(range, colour, kind);
      if (!made) return;
      document.getSelection()?.removeAllRanges();
      const { annotation, saved } = made;
      // Only what is stored can be read by the editor.
      const then = kind === 'highlight' ? undefined : () => edit(annotation.id);
      await keep(annotation.id, saved, () => page.save(annotation), then);
    },
    editNote({ id }) {
      toolbar.hide();
      edit(id);
    },
    recolour(annotation, to) {
      colour = to;
      return change(() => page.recolour(annotation, to));
    },
    rekind: (annotation, kind) => change(() => page.rekind(annotation, kind)),
    act: (annotation, action) => change(() => page.act(annotation, action)),
    remove,
    notify,
    anchorOf,
  };
}
