import { foldText } from './fold.ts';
import { operatorOf } from './parse-query.ts';
import type { Operator } from './query.ts';
import { tokensOf, toToken } from './tokens.ts';

/** The values an operator has in a query, as they are typed; negated ones are not among them. */
export function valuesOf(query: string, operator: Operator): string[] {
  return tokensOf(query).flatMap((token) =>
    operatorOf(token) === operator && !token.isNegated ? [token.value] : [],
  );
}

/**
 * The query with an operator that has this value and no other, or, without a value, without the
 * operator. All else stays as it was typed, and where it was.
 */
export function withValue(query: string, operator: Operator, value?: string): string {
  const others = tokensOf(query).filter(
    (token) => operatorOf(token) !== operator || token.isNegated,
  );
  const isName = operator === 'tag' || operator === 'label';
  const added = value === undefined ? [] : [toToken(operator, value, isName)];
  return [...others.map(({ source }) => source), ...added].join(' ');
}

/** Whether the query has the operator with exactly this value. */
export function hasValue(query: string, operator: Operator, value: string): boolean {
  return valuesOf(query, operator).some((one) => foldText(one) === foldText(value));
}
