import type { Colour } from '../annotation/colour.ts';
import type { Kind } from '../annotation/kind.ts';

/** Something that an annotation must be, or must not be, to be found. */
export type Clause = (
  | { by: 'text'; text: string; isPhrase: boolean }
  | { by: 'tag' | 'label'; name: string; isExact: boolean }
  | { by: 'colour'; colours: readonly Colour[] }
  | { by: 'kind'; kinds: readonly Kind[] }
  | { by: 'before' | 'after'; day: string }
  | { by: 'is'; state: State }
) & { isNegated: boolean };

/** What can be asked with `is:`. */
export const STATES = ['orphan', 'open', 'done'] as const;

export type State = (typeof STATES)[number];

/** Why a piece of the query was not understood, for the interface to say in its own words. */
export interface Hint {
  reason: 'unknown-operator' | 'no-value' | 'no-day' | 'no-colour' | 'no-kind' | 'no-state';
  /** The piece as it was typed. */
  source: string;
}

/** What is looked for: all clauses must hold. */
export interface Query {
  clauses: readonly Clause[];
  hints: readonly Hint[];
}

/** By what names the reader knows colours and kinds, beside those of the code. */
export interface Names {
  colours?: Partial<Record<Colour, readonly string[]>>;
  kinds?: Partial<Record<Kind, readonly string[]>>;
}

/** The operators there are, in the order they are explained. */
export const OPERATORS = ['tag', 'colour', 'kind', 'label', 'before', 'after', 'is'] as const;

export type Operator = (typeof OPERATORS)[number];
