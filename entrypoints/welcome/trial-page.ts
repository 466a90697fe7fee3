import css from '../../components/on-page.css?inline';
import { createSelectionToolbar } from '../../components/selection-toolbar.ts';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { withKind } from '../../lib/annotation/changes.ts';
import { type Colour, DEFAULT_COLOUR } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import { createPainter } from '../../lib/highlight/painter.ts';
import { createHighlightSession } from '../../lib/highlight/session.ts';
import { linesOf } from '../blog.content/floating.ts';
import { createPageToolbar } from '../blog.content/page-toolbar.ts';
import { createStage } from '../blog.content/stage.ts';
import { watchSelection } from '../blog.content/watch-selection.ts';

export interface TrialOptions {
  paragraph: HTMLElement;
  /** The reader has marked something, and wants to write a note on it, or not. */
  onMark: (annotation: Annotation, isNoted: boolean) => void;
  onCopy: (passage: string) => void;
  onShortcuts: () => void;
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
export function createTrialPage({
  paragraph,
  onMark,
  onCopy,
  onShortcuts,
  onSay,
  signal,
}: TrialOptions): TrialPage {
  const session = createHighlightSession({ permalink: location.href, body: paragraph });
  const painter = createPainter(CSS.highlights);
  const stage = createStage(document, css, signal);
  const toolbar = createPageToolbar(document, stage, onSay, signal);
  let colour = DEFAULT_COLOUR;
  let isForKeyboard = false;

  const mark = (range: Range, kind: Kind, inColour: Colour = colour) => {
    colour = inColour;
    toolbar.hide();
    const annotation = session.annotate(range, colour);
    if (!annotation) return;
    getSelection()?.removeAllRanges();
    onMark(withKind(annotation, kind), kind !== 'highlight');
  };
  const offer = (range: Range) => {
    if (!session.covers(range)) return;
    const view = createSelectionToolbar({
      colourNames: {},
      onAnnotate: (kind, chosen) => mark(range, kind, chosen),
      onCopy() {
        toolbar.hide();
        onCopy(range.toString());
      },
      onShortcuts,
      onClose: toolbar.hide,
    });
    toolbar.show({ view, anchor: () => linesOf(range) });
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
