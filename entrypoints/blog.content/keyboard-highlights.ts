import type { Annotation } from '../../lib/annotation/annotation.ts';
import { COLOURS } from '../../lib/annotation/colour.ts';
import { type Kind, kindOf } from '../../lib/annotation/kind.ts';
import { say } from '../../lib/language/say.ts';
import type { SentenceCursor } from './keyboard-cursor.ts';
import { coverSame, findUnder, stepFrom } from './keyboard-passages.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { PageToolbar } from './page-toolbar.ts';
import type { Reader } from './reader.ts';

/** Working on highlights where a cursor stands. What is done answers the words that say so. */
export interface KeyboardHighlights {
  /** What is marked: the highlight that was stepped to, or else the cursor's sentences. */
  markOf(cursor: SentenceCursor): Range;
  /** Mark the next highlight of the page, or the previous one. */
  step(cursor: SentenceCursor, step: 1 | -1): string;
  /** Mark sentences again. */
  leave(): void;
  /** Annotate what is marked, or go on with what is annotated there already. */
  annotate(cursor: SentenceCursor, kind: Kind): string;
  /** Highlight what is marked in a colour, counted from 1, or give the highlight that colour. */
  colour(cursor: SentenceCursor, number: number): string;
  /** Copy what is marked, with a link. */
  copy(cursor: SentenceCursor): string;
  /** Open the toolbar of the highlight that the mark is about, and go into it. */
  open(cursor: SentenceCursor): string;
  remove(cursor: SentenceCursor): string;
}

export interface KeyboardHighlightServices {
  page: PageAnnotations;
  reader: Reader;
  toolbar: PageToolbar;
}

export function createKeyboardHighlights({
  page,
  reader,
  toolbar,
}: KeyboardHighlightServices): KeyboardHighlights {
  let standing: Annotation | undefined;

  const findStanding = (passages = page.passages()) =>
    passages.find(({ annotation }) => annotation.id === standing?.id);
  const markOf = (cursor: SentenceCursor) => findStanding()?.range ?? cursor.mark();
  const withHighlight = (cursor: SentenceCursor, act: (annotation: Annotation) => string) => {
    const found = findStanding() ?? findUnder(page.passages(), cursor.mark());
    return found ? act(found.annotation) : say('noHighlightHere');
  };

  const findMarked = (mark: Range) =>
    page.passages().find(({ range }) => coverSame(range, mark))?.annotation;
  /** A note can be written about anything; a question or an action is what was asked for. */
  const asKind = (annotation: Annotation, kind: Kind) =>
    kind === 'comment' || kindOf(annotation) === kind
      ? annotation
      : reader.rekind(annotation, kind);

  return {
    markOf,
    step(cursor, step) {
      const passages = page.passages();
      const found = stepFrom(passages, cursor.mark(), findStanding(passages), step);
      if (!found) return say('noHighlights');
      const { annotation, range } = found;
      cursor.moveTo(range);
      standing = annotation;
      reader.glanceAt(annotation);
      const words = range.toString().replace(/\s+/g, ' ');
      return say('highlightOf', passages.indexOf(found) + 1, passages.length, words);
    },
    leave() {
      standing = undefined;
      reader.glanceAt(undefined);
    },
    annotate(cursor, kind) {
      const mark = markOf(cursor);
      const marked = findMarked(mark);
      if (!marked) reader.annotate(mark, kind);
      else if (kind === 'highlight') return say('highlightedAlready');
      else reader.editNote(asKind(marked, kind));
      cursor.collapse();
      return marked ? '' : say('highlighted');
    },
    colour(cursor, number) {
      const colour = COLOURS[number - 1];
      const mark = markOf(cursor);
      const marked = findMarked(mark);
      if (marked && colour) reader.recolour(marked, colour);
      else reader.annotate(mark, 'highlight', colour);
      return say('highlighted');
    },
    copy(cursor) {
      reader.copy(markOf(cursor));
      return '';
    },
    open: (cursor) =>
      withHighlight(cursor, (annotation) => {
        reader.open(annotation);
        toolbar.focus();
        return '';
      }),
    remove: (cursor) =>
      withHighlight(cursor, (annotation) => {
        reader.remove(annotation);
        standing = undefined;
        return say('deletedUndo');
      }),
  };
}
