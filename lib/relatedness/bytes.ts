/** Bytes that are not what they should be: cut short, damaged, or made by another version. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError';
}

/** Writes whole numbers of up to 31 bits, seven bits to a byte, the lowest first. */
export class ByteWriter {
  private bytes = new Uint8Array(4096);
  private length = 0;

  number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let left = value;
    for (; left > 0x7f; left >>>= 7) this.bytes[this.length++] = left | 0x80;
    this.bytes[this.length++] = left;
  }

  /** What has been written, which is then forgotten. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** @throws DamagedIndexError at the end of the bytes, and for a number of more than 31 bits. */
  number(): number {
    const first = this.next();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = this.next();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80 && value >= 0) return value;
    }
    throw new DamagedIndexError('A number of more than 31 bits in the index');
  }

  private next(): number {
    if (this.at >= this.bytes.length) throw new DamagedIndexError('The index ends too soon');
    return this.bytes[this.at++] as number;
  }
}

/** A number that any change to the bytes very likely changes (FNV-1a, 32 bits). */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 1) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  }
  return hash >>> 0;
}
