/** Below this many documents nothing is rare or common enough to be left out for it. */
export const SMALL_CORPUS = 30;

/**
 * What a term weighs, by how many of so many documents hold it: ln((N + 1) / (df + 0.5))^1.4, which
 * with tf^0.5 did best in experiments on public blogs. Terms of one document only, or of more than
 * half of them, are left out, and weigh 0, unless the corpus is small.
 */
export function idfsOf(size: number): Float64Array {
  return Float64Array.from({ length: size + 1 }, (_, df) =>
    isKept(df, size) ? Math.log((size + 1) / (df + 0.5)) ** 1.4 : 0,
  );
}

function isKept(df: number, size: number): boolean {
  return df > 0 && (size < SMALL_CORPUS || (df >= 2 && df <= size / 2));
}
