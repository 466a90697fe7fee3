import { useRef, useState } from 'preact/hooks';
import type { UndoBarProps } from '../../components/undo-bar.tsx';
import type { WorkProgressProps } from '../../components/work-progress.tsx';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import { say } from '../../lib/language/say.ts';
import type { Changed } from '../../lib/storage/bulk-changes.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import { useUndoKey } from '../pages/use-undo-key.ts';
import { inChunks } from './in-chunks.ts';

/** Does something to annotations, and answers with those it changed. */
export type Act = (ids: readonly AnnotationId[]) => Promise<Changed>;

/** Changes to the library, each with a way back for as long as the page is open. */
export interface Changes {
  /**
   * Do something to these annotations.
   *
   * @param message says what was done, of how many.
   * @throws whatever `act` throws, once the reader has been told.
   */
  run: (
    ids: readonly AnnotationId[],
    act: Act,
    message: (count: number) => string,
  ) => Promise<void>;
  /** Offer a way back from what was done by other means, to these annotations among others. */
  offer: (
    message: string,
    touched: readonly Annotation[],
    takeBack: () => Promise<void>,
  ) => Promise<void>;
  undo: UndoBarProps;
  work: WorkProgressProps;
}

interface Done {
  message: string;
  changed: Changed;
  /** How it is undone, unless by taking each change back. */
  takeBack?: () => Promise<void>;
}

/** Fewer are done before a reader could read how far it is. */
const WORTH_SHOWING = 1000;

export function useChanges({ bulk, background }: Services): Changes {
  const stack = useRef<Done[]>([]);
  const [message, setMessage] = useState<string>();
  const [work, setWork] = useState<WorkProgressProps>({});

  /** Open pages of the blog paint anew what was changed. */
  const announce = (changed: Changed) => {
    const sources = new Set(changed.map(({ before: { target } }) => target.source));
    return Promise.allSettled(
      Array.from(sources, async (source) => {
        const permalink = findPermalink(source);
        if (permalink) await background.announceChange(permalink);
      }),
    );
  };

  /** All of it in chunks, with its progress shown; undefined when it was stopped. */
  const perform = async (ids: readonly AnnotationId[], act: Act, canCancel = true) => {
    const controller = new AbortController();
    try {
      const changed = await inChunks(ids, act, {
        onProgress: (progress) => {
          if (progress.total < WORTH_SHOWING) return;
          setWork({ progress, onCancel: canCancel ? () => controller.abort() : undefined });
        },
        signal: controller.signal,
        undo: bulk.undo,
      });
      setWork(controller.signal.aborted ? { outcome: say('workCancelled') } : {});
      return controller.signal.aborted ? undefined : changed;
    } catch (error) {
      setWork({ outcome: say('workFailed'), hasFailed: true });
      throw error;
    }
  };

  const run: Changes['run'] = async (ids, act, toMessage) => {
    const changed = await perform(ids, act);
    if (!changed || changed.length === 0) return;
    await done({ message: toMessage(changed.length), changed });
  };
  const done = async (one: Done) => {
    stack.current.push(one);
    setMessage(one.message);
    await announce(one.changed);
  };

  const undo = async () => {
    const last = stack.current.pop();
    if (!last) return;
    const byId = new Map(last.changed.map((one) => [one.before.id, one]));
    const act: Act = async (ids) => {
      const changed = ids.flatMap((id) => byId.get(id) ?? []);
      await bulk.undo(changed);
      return changed;
    };
    setMessage(undefined);
    try {
      if (last.takeBack) await last.takeBack();
      else await perform(Array.from(byId.keys()), act, false);
      setMessage(stack.current.at(-1)?.message);
      await announce(last.changed);
    } catch (error) {
      // It has not been taken back, and still can be.
      stack.current.push(last);
      setMessage(last.message);
      report('a change could not be undone', error);
    }
  };

  useUndoKey(stack.current.length > 0 ? undo : undefined);

  return {
    run,
    offer: (message, touched, takeBack) =>
      done({ message, changed: touched.map((one) => ({ before: one, after: one })), takeBack }),
    undo: { message, onUndo: undo, onDismiss: () => setMessage(undefined) },
    work: { ...work, onDismiss: () => setWork({}) },
  };
}
