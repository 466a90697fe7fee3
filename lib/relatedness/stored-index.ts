import { BitReader, BitWriter, DamagedIndexError, hashOf } from './bits.ts';
import { decodeDocument, encodeDocument, type StoredTerms } from './stored-document.ts';

/** A document as it is kept between sessions. */
export interface StoredDocument {
  permalink: string;
  /** What the post's title and text came to: when it differs, the post has changed. */
  fingerprint: number;
  terms: StoredTerms;
}

/** All that is costly to read from the posts again, without the posts. */
export interface StoredIndex {
  /** Words by number. */
  stems: string[];
  documents: StoredDocument[];
}

const MAGIC = 0x574d_5258;
/** Goes up whenever the same post would be read to other terms, or be written otherwise. */
const VERSION = 1;
const HEADER_BYTES = 16;
/** Of the counter in a stored index; a reader's blog has a thousandth of it. */
const MOST_DOCUMENTS = 2 ** 24;

/** The index as bytes: a header of sixteen, then the words and documents, packed bit by bit. */
export function toBytes({ stems, documents }: StoredIndex): Uint8Array {
  const writer = new BitWriter();
  writer.gamma(stems.length + 1);
  for (const stem of stems) writer.text(stem);
  writer.gamma(documents.length + 1);
  for (const { permalink, fingerprint, terms } of documents) {
    writer.text(permalink);
    writer.bits(fingerprint, 32);
    encodeDocument(writer, terms);
  }
  const body = writer.toBytes();
  const bytes = new Uint8Array(HEADER_BYTES + body.length);
  const header = new DataView(bytes.buffer);
  [MAGIC, VERSION, body.length, checksumOf(body)].forEach((value, i) => {
    header.setUint32(i * 4, value);
  });
  bytes.set(body, HEADER_BYTES);
  return bytes;
}

/**
 * Read a stored index, from wherever it comes.
 *
 * @throws DamagedIndexError saying what is wrong: no index, another version's, cut short, or
 * changed. The index is then built from the posts again.
 */
export function parseIndex(stored: unknown): StoredIndex {
  const bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored;
  if (!(bytes instanceof Uint8Array) || bytes.length < HEADER_BYTES) {
    throw new DamagedIndexError('Not an index: no bytes, or fewer than its header has');
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const [magic, version, length, checksum] = [0, 4, 8, 12].map((at) => header.getUint32(at));
  const body = bytes.subarray(HEADER_BYTES);
  if (magic !== MAGIC) throw new DamagedIndexError('Not an index: it begins otherwise');
  if (version !== VERSION) throw new DamagedIndexError(`Version ${version}, expected ${VERSION}`);
  if (length !== body.length) {
    throw new DamagedIndexError(`The index has ${body.length} bytes, expected ${length}`);
  }
  if (checksum !== checksumOf(body)) throw new DamagedIndexError('The index has been changed');
  return parseBody(new BitReader(body));
}

/** A checksum is no proof of good will, so all that is read is checked all the same. */
function parseBody(reader: BitReader): StoredIndex {
  const stems = Array.from({ length: countOf(reader) }, () => reader.text());
  if (new Set(stems).size !== stems.length) throw new DamagedIndexError('A word has two numbers');
  const documents = Array.from({ length: countOf(reader) }, () => ({
    permalink: reader.text(),
    fingerprint: reader.bits(32),
    terms: decodeDocument(reader, stems.length),
  }));
  return { stems, documents };
}

/** Whatever is counted takes a bit at least: a count is never reason to make room for more. */
function countOf(reader: BitReader): number {
  const count = reader.gamma() - 1;
  if (count > Math.min(reader.left, MOST_DOCUMENTS)) {
    throw new DamagedIndexError(`${count} entries are said to be in ${reader.left} bits`);
  }
  return count;
}

function checksumOf(body: Uint8Array): number {
  return hashOf(body.length, (i) => body[i] as number);
}
