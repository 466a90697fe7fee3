import { byCodeUnits, isAlike, toCanonical } from './canonical.ts';

/** One value in the three places that a merge looks at; `base` only where the ancestor is known. */
export interface Three<T> {
  /** The ancestor's; undefined when nobody has kept that. */
  base: { value: T } | undefined;
  /** That of the version modified later, or of either where both were modified at once. */
  first: T;
  second: T;
  /** Whether both were modified at the same instant: then the greater value leads. */
  isTie: boolean;
}

/**
 * What a value is after both sides have gone their own ways: what one of them made of it, or, where
 * both changed it, what was made later. Without an ancestor to tell what was taken away, a value
 * that is there is preferred to one that is not.
 */
export function mergeValue<T>({ base, first, second, isTie }: Three<T>): T {
  if (isAlike(first, second)) return first;
  if (base && isAlike(first, base.value)) return second;
  if (base && isAlike(second, base.value)) return first;
  if (!base && (first === undefined || second === undefined)) return first ?? second;
  const secondLeads = isTie && byCodeUnits(keyOf(second), keyOf(first)) > 0;
  return secondLeads ? second : first;
}

/**
 * What a set is: that on which both agree, and what either has added. What either took away is gone,
 * unless no ancestor tells of it.
 *
 * @returns In the order of the arguments, each key once.
 */
export function mergeSets<T>(
  base: readonly T[] | undefined,
  a: readonly T[],
  b: readonly T[],
  keyOfItem: (item: T) => string,
): T[] {
  const [inBase, inA, inB] = [base ?? [], a, b].map((items) => new Set(items.map(keyOfItem)));
  const merged = new Map<string, T>();
  for (const item of [...a, ...b]) {
    const key = keyOfItem(item);
    const isLeft = inBase?.has(key) ? inA?.has(key) && inB?.has(key) : true;
    if (isLeft && !merged.has(key)) merged.set(key, item);
  }
  return Array.from(merged.values());
}

/** `undefined` has no JSON, and comes before everything. */
function keyOf(value: unknown): string {
  return value === undefined ? '' : toCanonical(value);
}
