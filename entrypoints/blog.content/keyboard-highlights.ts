import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { SentenceCursor } from './keyboard-cursor.ts';
import { coverSame, findUnder, stepFrom } from './keyboard-passages.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { PageToolbar } from './page-toolbar.tsx';
import type { Reader } from './reader.tsx';

/** Working on highlights where a cursor stands. What is done answers the words that say so. */
export interface KeyboardHighlights {
  /** What is marked: the highlight that was stepped to, or else the cursor's sentences. */
  markOf(cursor: SentenceCursor): Range;
  /** Mark the next highlight of the page, or the previous one. */
  step(cursor: SentenceCursor, step: 1 | -1): string;
  /** Mark sentences again. */
  leave(): void;
  highlight(cursor: SentenceCursor, note: boolean): string;
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
    return found ? act(found.annotation) : 'No highlight here.';
  };

  return {
    markOf,
    step(cursor, step) {
      const passages = page.passages();
      const found = stepFrom(passages, cursor.mark(), findStanding(passages), step);
      if (!found) return 'No highlights on this page.';
      const { annotation, range } = found;
      cursor.moveTo(range);
      standing = annotation;
      const words = range.toString().replace(/\s+/g, ' ');
      return `${passages.indexOf(found) + 1} of ${passages.length} highlights: ${words}`;
    },
    leave() {
      standing = undefined;
    },
    highlight(cursor, note) {
      const mark = markOf(cursor);
      const marked = page.passages().find(({ range }) => coverSame(range, mark));
      if (marked && !note) return 'This is highlighted already.';
      if (marked) reader.editNote(marked.annotation);
      else reader.annotate(mark, note);
      cursor.collapse();
      return marked ? '' : 'Highlighted.';
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
        return 'Deleted. Press u to undo.';
      }),
  };
}
