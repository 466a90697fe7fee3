import { checksumOf, DamagedIndexError } from './bytes.ts';
import { createDocumentTerms, type Packed, unpackDocument } from './document.ts';

/** A document as it is kept between sessions. */
export interface StoredDocument {
  permalink: string;
  /** What the post's title and text came to: when it differs, the post has changed. */
  fingerprint: number;
  /** Its terms, as `packDocument` leaves them. */
  packed: Packed;
}

/** All that is costly to read from the posts again, without the posts. */
export interface StoredIndex {
  /** Words by number. */
  stems: readonly string[];
  documents: readonly StoredDocument[];
}

const MAGIC = 0x574d_5258;
/** Goes up whenever the same post would be read to other terms, or be written otherwise. */
const VERSION = 2;
const HEADER_BYTES = 20;
/** Of a document beside its terms: fingerprint and length. */
const ROW_BYTES = 8;

/**
 * The index as bytes: a header, the names of all words and documents as JSON, for each document a
 * row of numbers, and then the packed documents as they stand in memory.
 */
export function toBytes({ stems, documents }: StoredIndex): Uint8Array<ArrayBuffer> {
  const names = new TextEncoder().encode(
    JSON.stringify({ stems, permalinks: documents.map(({ permalink }) => permalink) }),
  );
  const rowsAt = HEADER_BYTES + names.length;
  let at = rowsAt + documents.length * ROW_BYTES;
  const bytes = new Uint8Array(documents.reduce((sum, { packed }) => sum + packed.length, at));
  const view = new DataView(bytes.buffer);
  bytes.set(names, HEADER_BYTES);
  documents.forEach(({ fingerprint, packed }, i) => {
    view.setUint32(rowsAt + i * ROW_BYTES, fingerprint);
    view.setUint32(rowsAt + i * ROW_BYTES + 4, packed.length);
    bytes.set(packed, at);
    at += packed.length;
  });
  view.setUint32(16, names.length);
  [MAGIC, VERSION, bytes.length, checksumOf(bytes.subarray(16))].forEach((value, i) => {
    view.setUint32(i * 4, value);
  });
  return bytes;
}

/**
 * Read a stored index, from wherever it comes. Its documents go on standing in the bytes given.
 *
 * @throws DamagedIndexError saying what is wrong: no index, another version's, cut short, or
 * changed. The index is then built from the posts again.
 */
export function parseIndex(stored: unknown): StoredIndex {
  const bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored;
  if (!isBytes(bytes) || bytes.length < HEADER_BYTES) {
    throw new DamagedIndexError('Not an index: no bytes, or fewer than its header has');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [magic, version, length, checksum, namesLength] = [0, 4, 8, 12, 16].map((at) =>
    view.getUint32(at),
  ) as [number, number, number, number, number];
  if (magic !== MAGIC) throw new DamagedIndexError('Not an index: it begins otherwise');
  if (version !== VERSION) throw new DamagedIndexError(`Version ${version}, expected ${VERSION}`);
  if (length !== bytes.length) {
    throw new DamagedIndexError(`The index has ${bytes.length} bytes, expected ${length}`);
  }
  if (checksum !== checksumOf(bytes.subarray(16))) {
    throw new DamagedIndexError('The index has been changed');
  }
  const rowsAt = HEADER_BYTES + namesLength;
  const { stems, permalinks } = parseNames(bytes.subarray(HEADER_BYTES, rowsAt));
  let at = rowsAt + permalinks.length * ROW_BYTES;
  if (at > bytes.length) throw new DamagedIndexError('The index ends too soon');
  const terms = createDocumentTerms();
  const documents = permalinks.map((permalink, i) => {
    const fingerprint = view.getUint32(rowsAt + i * ROW_BYTES);
    const end = at + view.getUint32(rowsAt + i * ROW_BYTES + 4);
    if (end > bytes.length) throw new DamagedIndexError('The index ends too soon');
    const packed = bytes.subarray(at, end);
    // A checksum is no proof of good will: what is read later is looked at now.
    unpackDocument(packed, stems.length, terms);
    at = end;
    return { permalink, fingerprint, packed };
  });
  return { stems, documents };
}

function parseNames(bytes: Uint8Array): { stems: string[]; permalinks: string[] } {
  let names: unknown;
  try {
    names = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new DamagedIndexError('The names in the index cannot be read');
  }
  const { stems, permalinks } = (names ?? {}) as Record<string, unknown>;
  if (!isTexts(stems) || !isTexts(permalinks)) {
    throw new DamagedIndexError('The names in the index are none');
  }
  if (new Set(stems).size !== stems.length) throw new DamagedIndexError('A word has two numbers');
  return { stems, permalinks };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** A view of memory that nobody else writes. */
function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}
