import { type LongLibrary, streamWaymarkJson } from './waymark-json.ts';

/** A library as a file of Waymark's own format, compressed by gzip (RFC 1952). */
export interface PackedLibrary {
  bytes: Uint8Array<ArrayBuffer>;
  /** Bytes before they were compressed. */
  unpacked: number;
  /** Annotations in it, tombstones left out. */
  notes: number;
  /** All that is the reader's own: annotations, drafts and records of reading. */
  records: number;
  /** The same for two libraries in which the reader has done the same, whatever is new on the blog. */
  digest: string;
}

/** Text that is compressed, and counted into the digest, in one go. UTF-16 units. */
const BLOCK = 65_536;

/** Pack a library while it is read, so that it is never held as a whole but in its packed form. */
export async function packLibrary(library: LongLibrary, now = new Date()): Promise<PackedLibrary> {
  const encoder = new TextEncoder();
  const { writable, readable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const packed = bytesOf(readable);
  let [digest, unpacked, notes, records] = ['', 0, 0, 0];

  const counted = {
    async readSurroundings() {
      const surroundings = await library.readSurroundings();
      records += surroundings.drafts.length + surroundings.readings.length;
      return surroundings;
    },
    annotations: (async function* () {
      for await (const some of library.annotations) {
        records += some.length;
        notes += some.filter(({ deleted }) => deleted === undefined).length;
        yield some;
      }
    })(),
  };
  const flush = async (text: string, isOwn: boolean) => {
    const block = encoder.encode(text);
    unpacked += block.length;
    if (isOwn) digest = await digestOf(digest, block);
    await writer.write(block);
  };
  const pack = async () => {
    let [held, isOwn] = ['', false];
    for await (const piece of streamWaymarkJson(counted, now)) {
      if (piece.isOwn !== isOwn || held.length > BLOCK) {
        await flush(held, isOwn);
        [held, isOwn] = ['', piece.isOwn];
      }
      held += piece.text;
    }
    await flush(held, isOwn);
    await writer.close();
  };
  try {
    await pack();
  } catch (error) {
    await Promise.allSettled([writer.abort(error), packed]);
    throw error;
  }
  return { bytes: await packed, unpacked, notes, records, digest };
}

/**
 * The file that was packed, as bytes of UTF-8.
 *
 * @throws TypeError when the bytes are cut off or damaged: gzip has a checksum of its own.
 */
export function unpackLibrary(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
}

async function bytesOf(stream: ReadableStream<BufferSource>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer());
}

async function digestOf(before: string, block: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', block));
  const both = new Uint8Array([...new TextEncoder().encode(before), ...hash]);
  const chained = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
  return Array.from(chained, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
