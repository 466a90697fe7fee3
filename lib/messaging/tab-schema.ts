import type { AnnotationId } from '../annotation/annotation.ts';
import { KINDS, type Kind } from '../annotation/kind.ts';
import { SEARCH_ACTS, type SearchAct } from '../annotation/passage-location.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Site } from '../blog/site.ts';
import type { PlaceChoice } from './protocol.ts';

/*
 * The parsers of what is asked of a tab. They are written out, where the background's lean on a
 * library (see schema.ts): that would be a sixteenth of what every page of the blog loads.
 */

/** A parser that answers what fits and throws a TypeError at all else. */
function parserOf<T>(fits: (value: unknown) => boolean): (value: unknown) => T {
  return (value) => {
    if (!fits(value)) throw new TypeError('Malformed');
    return value as T;
  };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function isId(value: unknown): boolean {
  return isString(value) && UUID.test(value);
}

export const parseId = parserOf<AnnotationId>(isId);

/** It is compared with the posts of the page, and with nothing else. */
export const parsePermalink = parserOf<Permalink>(
  (value) => isString(value) && value.startsWith('https://'),
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
    isString(passage)
  );
});

/** They are compared with the host of the page, and with nothing else. */
export const parseSites = parserOf<readonly Site[]>(
  (value) => Array.isArray(value) && value.every(isString),
);

/** For procedures without an argument: whatever came is not looked at. */
export function parseNothing(): never {
  return undefined as never;
}
