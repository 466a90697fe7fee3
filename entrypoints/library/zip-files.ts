import { Zip, ZipDeflate } from 'fflate';
import type { Pace } from '../pages/pace.ts';
import type { FileToBe } from './export-files.ts';

/** Compressed in one go: a few milliseconds of work. Bytes. */
const CHUNK = 65_536;

/**
 * The files in a zip, compressed chunk by chunk at that pace. A worker of the compressor's own would
 * be made of a blob, which an extension's policy forbids.
 */
export async function zipFiles(files: readonly FileToBe[], pace: Pace): Promise<Blob> {
  const chunks: BlobPart[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(new Uint8Array(chunk));
  });
  const encoder = new TextEncoder();
  for (const file of files) {
    const entry = new ZipDeflate(file.name, { level: 6 });
    zip.add(entry);
    const bytes = encoder.encode((await file.write(pace)).join(''));
    let from = 0;
    do {
      const end = from + CHUNK;
      entry.push(bytes.subarray(from, end), end >= bytes.length);
      from = end;
      const turn = pace.pause();
      if (turn) await turn;
    } while (from < bytes.length);
    if (failure) throw failure;
  }
  zip.end();
  return new Blob(chunks, { type: 'application/zip' });
}
