import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { Before } from '../../lib/storage/bulk-changes.ts';

/** Annotations that are changed in one go: the reader sees how far it is, and can stop it. */
export const CHUNK = 500;

/** How much of a long work is done. */
export interface Progress {
  done: number;
  total: number;
}

export interface ChunkOptions {
  onProgress: (progress: Progress) => void;
  /** What is done is taken back when it aborts. */
  signal: AbortSignal;
  /** Takes back what `act` did. */
  undo: (before: Before) => Promise<void>;
}

/**
 * Do something to many annotations, in chunks. It is all or nothing: when the signal aborts, or a
 * chunk fails, those before it are undone.
 *
 * @returns Those that were changed, as they were before; none when it was stopped.
 */
export async function inChunks(
  ids: readonly AnnotationId[],
  act: (ids: readonly AnnotationId[]) => Promise<Before>,
  { onProgress, signal, undo }: ChunkOptions,
): Promise<Before> {
  const before: Annotation[] = [];
  const total = ids.length;
  try {
    for (let done = 0; done < total; done += CHUNK) {
      onProgress({ done, total });
      signal.throwIfAborted();
      before.push(...(await act(ids.slice(done, done + CHUNK))));
    }
    signal.throwIfAborted();
    return before;
  } catch (error) {
    await undo(before);
    if (signal.aborted) return [];
    throw error;
  }
}
