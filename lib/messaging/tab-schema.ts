import type { AnnotationId } from '../annotation/annotation.ts';
import { KINDS, type Kind } from '../annotation/kind.ts';
import { SEARCH_ACTS, type SearchAct } from '../annotation/passage-location.ts';
import { type Permalink, toPermalink } from '../blog/permalink.ts';
import type { PlaceChoice } from './protocol.ts';

/*
 * The parsers of what is asked of a tab. They are written out, where the background's lean on a
 * library (see schema.ts): that would be a sixteenth of what every page of the blog loads.
 */

/** A parser that answers what fits and throws a TypeError at all else. */
function parserOf<T>(fits: (value: unknown) => boolean): (value: unknown) => T {
  return (value) => {
    if (!fits(value)) throw new TypeError('Nothing of this kind was asked for');
    return value as T;
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function isId(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

export const parseId = parserOf<AnnotationId>(isId);

export const parsePermalink = parserOf<Permalink>(
  (value) => typeof value === 'string' && toPermalink(value) === value,
);

export const parseKind = parserOf<Kind>((value) => KINDS.includes(value as Kind));

export const parseSearchAct = parserOf<SearchAct>((value) =>
  SEARCH_ACTS.includes(value as SearchAct),
);

/** No screen is higher. */
const HIGHEST = 10_000;

export const parseHeight = parserOf<number>(
  (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= HIGHEST,
);

export const parseStep = parserOf<1 | -1>((value) => value === 1 || value === -1);

/** A page offers no more places than three. */
export const parsePlaceChoice = parserOf<PlaceChoice>((value) => {
  const fields: Record<keyof PlaceChoice, unknown> = Object(value);
  const { id, candidate, passage } = fields;
  return (
    Object.keys(fields).sort().join() === 'candidate,id,passage' &&
    isId(id) &&
    [0, 1, 2].includes(candidate as number) &&
    typeof passage === 'string'
  );
});

/** For procedures without an argument: whatever came is not looked at. */
export function parseNothing(): never {
  return undefined as never;
}
