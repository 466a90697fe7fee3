/** Bytes that are not what they should be: cut short, damaged, or made by another version. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError';
}

/** Writes numbers of any width one after the other, the highest bit first. */
export class BitWriter {
  private bytes = new Uint8Array(1024);
  /** Bits written. */
  private length = 0;

  /** `width` bits, at most 32. */
  bits(value: number, width: number): void {
    const needed = (this.length + width + 7) >> 3;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let left = width; left > 0; ) {
      const free = 8 - (this.length & 7);
      const taken = Math.min(free, left);
      const chunk = (value >>> (left - taken)) & ((1 << taken) - 1);
      const at = this.length >> 3;
      this.bytes[at] = (this.bytes[at] as number) | (chunk << (free - taken));
      this.length += taken;
      left -= taken;
    }
  }

  /** A whole number from 1, in a few bits when it is small (Elias's gamma code). */
  gamma(value: number): void {
    const width = 32 - Math.clz32(value);
    this.bits(0, width - 1);
    this.bits(value, width);
  }

  /** A whole number from 0 of about 2 to the power of `parameter` (Rice's code). */
  rice(value: number, parameter: number): void {
    this.gamma((value >>> parameter) + 1);
    this.bits(value, parameter);
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.gamma(bytes.length + 1);
    for (const byte of bytes) this.bits(byte, 8);
  }

  toBytes(): Uint8Array {
    return this.bytes.slice(0, (this.length + 7) >> 3);
  }
}

/** Reads what a `BitWriter` wrote. @throws DamagedIndexError at the end of the bytes. */
export class BitReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length * 8 - this.at;
  }

  bits(width: number): number {
    if (width > this.left) throw new DamagedIndexError('The index ends too soon');
    let value = 0;
    for (let left = width; left > 0; ) {
      const free = 8 - (this.at & 7);
      const taken = Math.min(free, left);
      const byte = this.bytes[this.at >> 3] as number;
      value = (value << taken) | ((byte >>> (free - taken)) & ((1 << taken) - 1));
      this.at += taken;
      left -= taken;
    }
    return value >>> 0;
  }

  gamma(): number {
    let zeros = 0;
    while (this.bits(1) === 0) zeros += 1;
    if (zeros > 30) throw new DamagedIndexError(`A number of ${zeros + 1} bits in the index`);
    return zeros === 0 ? 1 : 2 ** zeros + this.bits(zeros);
  }

  rice(parameter: number): number {
    return (this.gamma() - 1) * 2 ** parameter + this.bits(parameter);
  }

  text(): string {
    const length = this.gamma() - 1;
    if (length * 8 > this.left) throw new DamagedIndexError(`A text of ${length} bytes is missing`);
    return new TextDecoder().decode(Uint8Array.from({ length }, () => this.bits(8)));
  }
}

/** A number that any change to the bytes or units very likely changes (FNV-1a, 32 bits). */
export function hashOf(length: number, unitAt: (index: number) => number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ unitAt(i), 0x01000193);
  return hash >>> 0;
}
