import { fold } from '../../lib/anchoring/fold.ts';
import type { Refused } from '../../lib/exchange/foreign-note.ts';
import { ImportError } from '../../lib/exchange/import-error.ts';
import { type ImportedFile, readFile } from '../../lib/exchange/read-file.ts';
import { MOST_BYTES } from '../../lib/exchange/read-text.ts';
import type { ReadAnswer, ReadRequest, RefusedGroup } from './read-messages.ts';

/*
 * Reads a file in a worker: whatever it holds, the page goes on answering, and to cancel is to throw
 * the worker away.
 */

/** Annotations handed over at once: few enough that the page does not stumble over them. */
const CHUNK = 500;
const MOST_EXAMPLES = 3;

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  read(data).then(send, (error: unknown) =>
    answer(
      error instanceof ImportError
        ? { is: 'fault', fault: error.fault, where: error.where }
        : { is: 'failed', message: String(error) },
    ),
  );
});

function answer(message: ReadAnswer): void {
  self.postMessage(message);
}

async function read({ file, titles }: ReadRequest): Promise<ImportedFile> {
  if (file.size > MOST_BYTES) throw new ImportError('too-large');
  const foldText = (text: string) => fold(text).text;
  const keyOf = (title: string) => foldText(title).trim().toLowerCase();
  const byTitle = new Map(titles.map(([title, permalink]) => [keyOf(title), permalink]));
  return readFile(
    new Uint8Array(await file.arrayBuffer()),
    { fold: foldText, permalinkOf: (title) => byTitle.get(keyOf(title)), now: new Date() },
    (done, total) => answer({ is: 'progress', done, total }),
  );
}

function send({ format, annotations, refused, library }: ImportedFile): void {
  for (let from = 0; from < annotations.length; from += CHUNK) {
    answer({ is: 'annotations', some: annotations.slice(from, from + CHUNK) });
  }
  const { annotations: _, ...surroundings } = library ?? { annotations };
  answer({
    is: 'read',
    head: {
      format,
      refused: grouped(refused),
      surroundings: library && (surroundings as Omit<typeof library, 'annotations'>),
    },
  });
}

function grouped(refused: readonly Refused[]): RefusedGroup[] {
  return Array.from(
    Map.groupBy(refused, ({ why }) => why),
    ([why, list]) => ({
      why,
      count: list.length,
      examples: list.slice(0, MOST_EXAMPLES).map(({ where }) => where.slice(0, 80)),
    }),
  );
}
