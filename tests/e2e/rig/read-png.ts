import { inflateSync } from 'node:zlib';

/** A picture's pixels. */
export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of a pixel, 0 to 255 each. */
  at(x: number, y: number): readonly [number, number, number];
}

/** What PNG calls its ways of foretelling a byte from its neighbours (section 9 of the standard). */
const PREDICTORS: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/**
 * Read a PNG of eight bits a channel, as browsers make of what they show.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = file[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const predict = PREDICTORS[packed[y * (stride + 1)] ?? 0] ?? (() => 0);
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      pixels[at] = (packed[y * (stride + 1) + 1 + x] ?? 0) + predict(left, up, corner);
    }
  }
  return {
    width,
    height,
    at(x, y) {
      const start = Math.round(y) * stride + Math.round(x) * channels;
      const [red = 0, green = 0, blue = 0] = pixels.subarray(start, start + 3);
      return [red, green, blue];
    },
  };
}
