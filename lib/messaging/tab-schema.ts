import type { AnnotationId } from '../annotation/annotation.ts';
import { KINDS, type Kind } from '../annotation/kind.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { PlaceChoice } from './protocol.ts';

/*
 * The parsers of what is asked of a tab. They are written out, where the background's lean on a
 * library (see schema.ts): that would be a sixteenth of what every page of the blog loads.
 */

/** A parser that answers what fits and throws a TypeError at all else. */
function parserOf<T>(what: string, fits: (value: unknown) => boolean): (value: unknown) => T {
  return (value) => {
    if (!fits(value)) throw new TypeError(`This is not ${what}`);
    return value as T;
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function isId(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

/** The fields of an object that has exactly these, by name; undefined for anything else. */
function fieldsOf(value: unknown, names: readonly string[]): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const own = Object.keys(value);
  return own.length === names.length && names.every((name) => own.includes(name))
    ? (value as Record<string, unknown>)
    : undefined;
}

export const parseId = parserOf<AnnotationId>('an id', isId);

/** It is compared with the posts of the page, and with nothing else. */
export const parsePermalink = parserOf<Permalink>(
  'the permalink of a post',
  (value) => typeof value === 'string' && value.startsWith('https://'),
);

export const parseKind = parserOf<Kind>('a kind', (value) => KINDS.includes(value as Kind));

/** No screen is higher. */
const HIGHEST = 10_000;

export const parseHeight = parserOf<number>(
  'a height',
  (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= HIGHEST,
);

export const parseStep = parserOf<1 | -1>('a step', (value) => value === 1 || value === -1);

/** A page offers no more places than three. */
export const parsePlaceChoice = parserOf<PlaceChoice>('a choice of a place', (value) => {
  const fields = fieldsOf(value, ['id', 'candidate', 'passage']);
  return (
    fields !== undefined &&
    isId(fields.id) &&
    [0, 1, 2].includes(fields.candidate as number) &&
    typeof fields.passage === 'string'
  );
});

/** For procedures without an argument: whatever came is not looked at. */
export function parseNothing(): never {
  return undefined as never;
}
