import browser from 'webextension-polyfill';
import css from '../../components/on-page.css?inline';
import type { PostFinder } from '../../lib/blog/post-finder.ts';
import { createPainter } from '../../lib/highlight/painter.ts';
import { say } from '../../lib/language/say.ts';
import { background, serveTab } from '../../lib/messaging/transport.ts';
import { watchColourNames } from './colour-names.ts';
import { createGlance } from './glance.ts';
import { createHandlers, type TabHandlers } from './handlers.ts';
import { createKeyboardBar } from './keyboard-bar.ts';
import { createKeyboardReader } from './keyboard-reader.ts';
import { clearLeftovers } from './leftovers.ts';
import { listen } from './listen.ts';
import { createMarginMarks } from './margin-marks.ts';
import { createNoteFrame } from './note-frame.ts';
import { createPageAnnotations } from './page-annotations.ts';
import { createPageToolbar } from './page-toolbar.ts';
import { tellView } from './page-view.ts';
import { createReader } from './reader.ts';
import { createShortcuts } from './shortcuts.ts';
import { createStage } from './stage.ts';
import { watchGround } from './watch-ground.ts';
import { watchPage } from './watch-page.ts';
import { watchReading } from './watch-reading.ts';
import { selectedRange } from './watch-selection.ts';

/** Begin on a page of the blog, or of another site: paint what is marked there, and be ready for the reader. */
export async function start(
  document: Document,
  finder: PostFinder,
  { signal, abort }: Pick<AbortController, 'signal' | 'abort'>,
  stayOn?: TabHandlers['stayOn'],
): Promise<void> {
  // As a rule the page is still loading.
  const isTakingOver = document.readyState === 'complete';
  const unfinished = isTakingOver && clearLeftovers(document);
  const painter = createPainter(CSS.highlights);
  const page = createPageAnnotations({
    document,
    finder,
    painter,
    background,
    onPainted: () => marks.update(),
  });
  const stage = createStage(document, css, signal);
  const bar = createKeyboardBar(document, stage, signal);
  const toolbar = createPageToolbar(document, stage, bar.say, signal);
  const noteFrame = createNoteFrame(document, stage, signal);
  const glance = createGlance(noteFrame, signal);
  const shortcuts = createShortcuts(stage, background);
  const onShortcuts = shortcuts.open;
  const colourNames = watchColourNames(document, background, () => marks.update(), signal);
  const marks = createMarginMarks(
    {
      document,
      stage,
      listPassages: page.passages,
      colourNames,
      onOpen: ({ id }, anchor) => noteFrame.open(id, anchor),
      onGlance: glance.at,
    },
    signal,
  );
  const services = {
    document,
    finder,
    painter,
    page,
    toolbar,
    noteFrame,
    glance,
    colourNames,
    bar,
  };
  const reader = createReader({ ...services, onShortcuts });
  const keyboard = createKeyboardReader({ ...services, reader, onShortcuts });
  listen(document, { reader, toolbar, keyboard, bar, stage, glance, shortcuts }, signal);
  serveTab(createHandlers({ page, reader, noteFrame, keyboard, shortcuts, stayOn }), signal);
  watchGround(document, page.repaint, signal);
  signal.addEventListener('abort', () => painter.clear());
  const onReading = () => background.notePostOpened().catch(() => undefined);
  const tellAgain = tellView(document, page, signal);
  const lookAtReading = watchReading(document, finder, onReading, signal);
  const events = {
    onChange: page.rescan,
    onChanged() {
      keyboard.refresh();
      lookAtReading();
      tellAgain();
    },
    onGlance() {
      // Updated or turned off, Waymark answers nobody here any more.
      if (!browser.runtime?.id) return abort();
      painter.repair();
      stage.repair();
    },
  };
  await watchPage(document, finder, events, signal);
  if (!isTakingOver) return;
  // What the reader was about before goes on.
  const annotation = unfinished && page.find(unfinished);
  const selected = selectedRange(document);
  if (annotation) {
    reader.editNote(annotation);
    bar.say(say('wasUpdated'));
  } else if (selected) reader.offer(selected);
}
