import browser from 'webextension-polyfill';
import { element } from '../../components/element.ts';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import { say } from '../../lib/language/say.ts';
import { type Anchor, createFloating } from './floating.ts';
import type { Stage } from './stage.ts';

/**
 * What the reader wrote about a passage, in a frame: pages of the extension's own, which the blog's
 * page cannot look into. There is one frame at a time.
 */
export interface NoteFrame {
  /** Open the editor, and go into it. */
  open(id: AnnotationId, anchor: Anchor): void;
  /** Show whose highlight it is, until `close`. Never in place of the editor. */
  glance(id: AnnotationId, anchor: Anchor): void;
  /** Whether the pointer is on the frame. */
  readonly isPointedAt: boolean;
  /** Close the frame, or only the glance. */
  close(what?: 'glance'): void;
  /** Give the frame the height of what it shows, in CSS pixels. */
  fit(height: number): void;
}

export function createNoteFrame(document: Document, stage: Stage, signal: AbortSignal): NoteFrame {
  const floating = createFloating(document, stage, signal);
  let frame: HTMLIFrameElement | undefined;
  let isGlance = false;

  const close = (what?: 'glance') => {
    if (!frame || (what && !isGlance)) return;
    // First of all, while the frame has the focus: it goes back to where it was.
    floating.hide();
    frame.remove();
    frame = undefined;
  };
  const show = (title: string, hash: string, anchor: Anchor) => {
    close();
    const src = `${browser.runtime.getURL('/editor.html')}#${hash}`;
    frame = element('iframe', { title, src });
    floating.part.append(frame);
    floating.show(anchor);
    return frame;
  };

  return {
    open(id, anchor) {
      isGlance = false;
      show(say('noteFrame'), id, anchor).focus();
    },
    glance(id, anchor) {
      if (frame && !isGlance) return;
      isGlance = true;
      // Seen when it is known how high it is.
      show(say('glanceFrame'), `glance/${id}`, anchor).className = 'glance';
    },
    get isPointedAt() {
      return frame?.matches(':hover') ?? false;
    },
    close,
    fit(height) {
      if (!frame) return;
      frame.style.height = `${height}px`;
      frame.style.opacity = '1';
      floating.place();
    },
  };
}
