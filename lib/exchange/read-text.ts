import { ImportError } from './import-error.ts';

/** Ten thousand annotations take some 15 MB; twenty times that is no library. Bytes. */
export const MOST_BYTES = 300_000_000;

/**
 * The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets
 * and old Windows programs write it.
 *
 * @throws ImportError when it is empty, larger than `MOST_BYTES`, or not text at all.
 */
export function toText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new ImportError('too-large');
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const text = decode(bytes, encoding);
  if (text.trim() === '') throw new ImportError('empty');
  // No text has this character; a picture or a program has it within its first bytes.
  if (text.includes('\0')) throw new ImportError('not-text');
  return text;
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('not-text');
  }
}
