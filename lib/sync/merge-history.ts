import { type Annotation, LONGEST_HISTORY } from '../annotation/annotation.ts';
import type { FormerTarget, Target } from '../annotation/target.ts';
import { byCodeUnits, isAlike, toCanonical } from './canonical.ts';
import { mergeSets, mergeValue } from './merge-values.ts';

/** A target without its colour, which is chosen apart from where it is. */
export function placeOf({ styleClass: _, ...place }: Target): Target {
  return place;
}

/**
 * Where an annotation was attached before: what both remember, with what either has added. Where
 * both attached it anew and one had to give way, its place is not forgotten either.
 */
export function mergeHistory({
  base,
  a,
  b,
  place,
}: {
  base: Annotation | undefined;
  a: Annotation;
  b: Annotation;
  /** Where it is attached now. */
  place: Target;
}): FormerTarget[] {
  const left = [a, b].filter(
    ({ target }) =>
      !isAlike(placeOf(target), place) && !(base && isAlike(placeOf(target), placeOf(base.target))),
  );
  const given = left.map(({ target, modified }) => ({ target, until: modified }));
  const of = ({ history }: Annotation) => history ?? [];
  const [inA, inB] = [of(a), of(b)];
  const isOneSided =
    given.length === 0 &&
    (isAlike(inA, inB) || (base && (isAlike(inA, of(base)) || isAlike(inB, of(base)))));
  if (isOneSided) {
    const first = { base: base && { value: of(base) }, first: inA, second: inB, isTie: true };
    return mergeValue(first);
  }
  const joined = mergeSets(base && of(base), inA, inB, toCanonical);
  return mergeSets(undefined, joined, given, toCanonical)
    .sort((x, y) => byCodeUnits(x.until, y.until) || byCodeUnits(toCanonical(x), toCanonical(y)))
    .slice(-LONGEST_HISTORY);
}
