/**
 * Numbers between 0 and 1 that look as if they were drawn, the same ones for the same seed:
 * a Weyl sequence, scrambled by MurmurHash3's last steps (Appleby, 2011).
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
}
