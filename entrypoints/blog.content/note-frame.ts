import browser from 'webextension-polyfill';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import { createFloating } from './floating.ts';

/** The note editor: a page of the extension's own in a frame, which the page cannot look into. */
export interface NoteFrame {
  open(id: AnnotationId, anchor: () => DOMRect | undefined): void;
  close(): void;
}

const FRAME_CSS = `
  iframe {
    display: block;
    width: min(22.5rem, calc(100vw - 16px));
    height: min(17.5rem, calc(100vh - 16px));
    border: 0;
    border-radius: 12px;
    box-shadow: 0 2px 6px rgb(0 0 0 / 0.14), 0 12px 36px rgb(0 0 0 / 0.22);
    color-scheme: light dark;
  }
`;

export function createNoteFrame(document: Document, signal: AbortSignal): NoteFrame {
  const floating = createFloating(document, FRAME_CSS, signal);
  let frame: HTMLIFrameElement | undefined;

  const close = () => {
    // First of all, while the frame has the focus: it goes back to where it was.
    floating.hide();
    frame?.remove();
    frame = undefined;
  };

  return {
    open(id, anchor) {
      close();
      frame = document.createElement('iframe');
      frame.title = 'Waymark note';
      frame.src = `${browser.runtime.getURL('/editor.html')}#${id}`;
      floating.root.append(frame);
      floating.show(anchor);
      frame.focus();
    },
    close,
  };
}
