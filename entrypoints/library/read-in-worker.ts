import type { Annotation } from '../../lib/annotation/annotation.ts';
import { ImportError } from '../../lib/exchange/import-error.ts';
import type { Progress } from '../pages/pace.ts';
import type { FileHead, ReadAnswer, ReadRequest } from './read-messages.ts';

export interface ReadOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/**
 * Read a file of any format there is, beside the page.
 *
 * @throws ImportError when it cannot be read; the signal's reason when it aborts.
 */
export function readInWorker(
  request: ReadRequest,
  { signal, onProgress }: ReadOptions,
): Promise<FileHead & { annotations: Annotation[] }> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  const annotations: Annotation[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<
    FileHead & { annotations: Annotation[] }
  >();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
    switch (data.is) {
      case 'progress':
        onProgress(data);
        break;
      case 'annotations':
        annotations.push(...data.some);
        break;
      case 'read':
        resolve({ ...data.head, annotations });
        break;
      case 'fault':
        reject(new ImportError(data.fault, data.where));
        break;
      default:
        reject(new Error(data.message));
    }
  });
  worker.postMessage(request);
  return promise.finally(() => worker.terminate());
}
