import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { Changed } from '../../lib/storage/bulk-changes.ts';

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
  undo: (changed: Changed) => Promise<void>;
}

/**
 * Do something to many annotations, in chunks. It is all or nothing: when the signal aborts, or a
 * chunk fails, those before it are undone.
 *
 * @returns Those that were changed; none when it was stopped.
 */
export async function inChunks(
  ids: readonly AnnotationId[],
  act: (ids: readonly AnnotationId[]) => Promise<Changed>,
  { onProgress, signal, undo }: ChunkOptions,
): Promise<Changed> {
  const changed: Changed[number][] = [];
  const total = ids.length;
  try {
    for (let done = 0; done < total; done += CHUNK) {
      onProgress({ done, total });
      signal.throwIfAborted();
      changed.push(...(await act(ids.slice(done, done + CHUNK))));
    }
    signal.throwIfAborted();
    return changed;
  } catch (error) {
    await undo(changed);
    if (signal.aborted) return [];
    throw error;
  }
}
