import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Anchor } from './floating.ts';
import type { NoteFrame } from './note-frame.ts';
import { createTimer } from './timer.ts';

/** Showing whose highlight something is while it is pointed at, or has the focus. */
export interface Glance {
  /** What is pointed at now; undefined for nothing. It is shown after a moment, and so it goes. */
  at(annotation: Annotation | undefined, anchor: Anchor): void;
  /** Put it away. False when nothing shows. */
  close(): boolean;
}

/** Who rests so long on a highlight wants to know more of it. Milliseconds. */
const PAUSE = 300;

export function createGlance(noteFrame: NoteFrame, signal: AbortSignal): Glance {
  let shown: string | undefined;
  let wanted: string | undefined;
  const timer = createTimer(signal);

  const close = () => {
    const wasShown = shown !== undefined;
    timer.stop();
    shown = undefined;
    wanted = undefined;
    noteFrame.close('glance');
    return wasShown;
  };

  return {
    at(annotation, anchor) {
      if (annotation?.id === wanted && wanted === shown) return;
      wanted = annotation?.id;
      timer.set(PAUSE, () => {
        // Whoever goes to the frame itself may read on, and select in it.
        if (wanted === undefined) {
          if (!noteFrame.isPointedAt) close();
          return;
        }
        if (wanted === shown) return;
        shown = wanted;
        noteFrame.glance(wanted, anchor);
      });
    },
    close,
  };
}
