/** The time of the last id, and what counts those within that millisecond: 12 bits. */
let last = { time: -1, count: 0 };

/**
 * A new UUID, version 7 (RFC 9562, section 5.7): 48 bits of the time in milliseconds, 12 bits that
 * count up within a millisecond (section 6.2, method 1; two thousand times at least before they
 * begin again), and 62 random bits. So ids sort by when they were made.
 */
export function createUuid(time = Date.now()): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => toHex(byte, 2));
  const digits = random.join('');
  const count = time === last.time ? last.count + 1 : Number.parseInt(digits.slice(0, 3), 16) >> 1;
  last = { time, count: count & 0xfff };
  const variant = '89ab'[Number.parseInt(digits.slice(3, 4), 16) % 4];
  const all = `${toHex(time, 12)}7${toHex(last.count, 3)}${variant}${digits.slice(4, 19)}`;
  return all.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function toHex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
