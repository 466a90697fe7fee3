import { say } from '../../lib/language/say.ts';
import { salvage } from '../../lib/storage/salvage.ts';
import { saveBlob } from '../pages/save-blob.ts';

/** Save every row of the library that can be read, as it lies there. */
export async function saveReadable(): Promise<void> {
  const readable = await salvage();
  const day = new Date().toISOString().slice(0, 10);
  // One row a line: a library may be longer than a string should be.
  const lines = Object.entries(readable.tables).flatMap(([table, rows]) =>
    rows.map((row) => `${JSON.stringify({ table, row })}\n`),
  );
  const { version, lost } = readable;
  const head = `${JSON.stringify({ format: 'waymark-rows', version, lost })}\n`;
  saveBlob(say('readableFileName', day), new Blob([head, ...lines], { type: 'application/jsonl' }));
}
