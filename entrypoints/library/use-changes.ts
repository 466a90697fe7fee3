import { useRef, useState } from 'preact/hooks';
import type { UndoBarProps } from '../../components/undo-bar.tsx';
import type { WorkProgressProps } from '../../components/work-progress.tsx';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import { say } from '../../lib/language/say.ts';
import type { Before } from '../../lib/storage/bulk-changes.ts';
import type { Services } from '../pages/services.ts';
import { useUndoKey } from '../pages/use-undo-key.ts';
import { inChunks } from './in-chunks.ts';

/** Does something to annotations, and answers with them as they were before. */
export type Act = (ids: readonly AnnotationId[]) => Promise<Before>;

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
  undo: UndoBarProps;
  work: WorkProgressProps;
}

interface Done {
  message: string;
  before: Before;
}

/** Fewer are done before a reader could read how far it is. */
const WORTH_SHOWING = 1000;

export function useChanges({ bulk, background }: Services): Changes {
  const stack = useRef<Done[]>([]);
  const [message, setMessage] = useState<string>();
  const [work, setWork] = useState<WorkProgressProps>({});

  /** Open pages of the blog paint anew what was changed. */
  const announce = (changed: Before) => {
    const sources = new Set(changed.map(({ target }) => target.source));
    return Promise.allSettled(
      Array.from(sources, async (source) => {
        const permalink = toPermalink(source);
        if (permalink) await background.announceChange(permalink);
      }),
    );
  };

  /** All of it in chunks, with its progress shown; undefined when it was stopped. */
  const perform = async (ids: readonly AnnotationId[], act: Act, canCancel = true) => {
    const controller = new AbortController();
    try {
      const before = await inChunks(ids, act, {
        onProgress: (progress) => {
          if (progress.total < WORTH_SHOWING) return;
          setWork({ progress, onCancel: canCancel ? () => controller.abort() : undefined });
        },
        signal: controller.signal,
        undo: bulk.undo,
      });
      setWork(controller.signal.aborted ? { outcome: say('workCancelled') } : {});
      return controller.signal.aborted ? undefined : before;
    } catch (error) {
      setWork({ outcome: say('workFailed'), hasFailed: true });
      throw error;
    }
  };

  const run: Changes['run'] = async (ids, act, toMessage) => {
    const before = await perform(ids, act);
    if (!before || before.length === 0) return;
    const done = { message: toMessage(before.length), before };
    stack.current.push(done);
    setMessage(done.message);
    await announce(before);
  };

  const undo = async () => {
    const done = stack.current.pop();
    if (!done) return;
    const byId = new Map(done.before.map((annotation) => [annotation.id, annotation]));
    const act: Act = async (ids) => {
      const before = ids.flatMap((id) => byId.get(id) ?? []);
      await bulk.undo(before);
      return before;
    };
    setMessage(undefined);
    try {
      await perform(Array.from(byId.keys()), act, false);
      setMessage(stack.current.at(-1)?.message);
      await announce(done.before);
    } catch (error) {
      // It has not been taken back, and still can be.
      stack.current.push(done);
      setMessage(done.message);
      console.error('Waymark: a change could not be undone', error);
    }
  };

  useUndoKey(stack.current.length > 0 ? undo : undefined);

  return {
    run,
    undo: { message, onUndo: undo, onDismiss: () => setMessage(undefined) },
    work: { ...work, onDismiss: () => setWork({}) },
  };
}
