import { SelectionToolbar } from '../../components/selection-toolbar.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { type Colour, DEFAULT_COLOUR } from '../../lib/annotation/colour.ts';
import { createPainter } from '../../lib/highlight/painter.ts';
import { createHighlightSession } from '../../lib/highlight/session.ts';
import { lastLineOf } from '../blog.content/floating.ts';
import { createPageToolbar } from '../blog.content/page-toolbar.tsx';
import { watchSelection } from '../blog.content/watch-selection.ts';

export interface TrialOptions {
  paragraph: HTMLElement;
  /** The reader has marked something, and wants to write a note on it, or not. */
  onMark: (annotation: Annotation, withNote: boolean) => void;
  onSay: (text: string) => void;
  signal: AbortSignal;
}

/** A paragraph that can be marked as posts of the blog are. */
export interface TrialPage {
  /** Paint exactly these. */
  paint(annotations: readonly Annotation[]): void;
  /** Select a sentence as a mouse would, and put the focus on the toolbar that it brings. */
  selectSentence(): void;
}

/** The end of a sentence, in the languages Waymark speaks. */
const SENTENCE_END = /[.!?]\s/;

/** The parts that the blog's pages are marked with, put together for one paragraph. */
export function createTrialPage({ paragraph, onMark, onSay, signal }: TrialOptions): TrialPage {
  const session = createHighlightSession({ permalink: location.href, body: paragraph });
  const painter = createPainter(CSS.highlights);
  const toolbar = createPageToolbar(document, onSay, signal);
  let colour = DEFAULT_COLOUR;
  let isForKeyboard = false;

  const mark = (range: Range, withNote: boolean, inColour: Colour = colour) => {
    colour = inColour;
    toolbar.hide();
    const annotation = session.annotate(range, colour);
    if (!annotation) return;
    getSelection()?.removeAllRanges();
    onMark(annotation, withNote);
  };
  const offer = (range: Range) => {
    if (!session.covers(range)) return;
    const onHighlight = () => mark(range, false);
    const onNote = () => mark(range, true);
    toolbar.show({
      view: (
        <SelectionToolbar
          mode="selection"
          colour={colour}
          onColour={(chosen) => mark(range, false, chosen)}
          onHighlight={onHighlight}
          onNote={onNote}
          onDelete={toolbar.hide}
          onClose={toolbar.hide}
        />
      ),
      anchor: () => lastLineOf(range),
      keys: { h: onHighlight, n: onNote },
    });
    if (isForKeyboard) toolbar.focus();
    isForKeyboard = false;
  };

  watchSelection(document, { onSelect: offer, onClear: toolbar.hide }, signal);
  document.addEventListener(
    'keydown',
    (event) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isTyping = target instanceof Element && target.closest('input, textarea') !== null;
      if (isTyping || ctrlKey || metaKey || altKey) return;
      if (toolbar.press(key)) event.preventDefault();
    },
    { signal },
  );
  signal.addEventListener('abort', painter.clear);

  return {
    paint(annotations) {
      session.setAnnotations(annotations);
      painter.paintPassages(session.marks());
    },
    selectSentence() {
      const text = paragraph.firstChild;
      const end = (paragraph.textContent?.search(SENTENCE_END) ?? -1) + 1;
      if (!text || end < 1) return;
      isForKeyboard = true;
      getSelection()?.setBaseAndExtent(text, 0, text, end);
    },
  };
}
