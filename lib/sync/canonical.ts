/** JSON in which equal values are equal texts: the fields of objects are in order. */
export function toCanonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byCodeUnits(a, b)))
      : inner,
  );
}

/** Whether two values would be stored alike. */
export function isAlike(a: unknown, b: unknown): boolean {
  return toCanonical(a) === toCanonical(b);
}

/** The same order on every device, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
