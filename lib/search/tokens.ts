/** A piece of a query as it was typed: a word, a phrase, or an operator with its value. */
export interface Token {
  /** The whole piece, as it stands in the query. */
  source: string;
  /** Whether it is preceded by a minus sign: what it finds is not wanted. */
  isNegated: boolean;
  /** What stands before the colon, in small letters; absent for words and phrases. */
  operator?: string;
  /** The word, the phrase, or what stands behind the colon, without quotation marks. */
  value: string;
  /** Whether the value stands in quotation marks. */
  isQuoted: boolean;
}

/**
 * One piece: a minus sign, letters and a colon, and then either what is in quotation marks, closed
 * or not yet, or all that is no white space.
 */
const TOKEN = /(-?)(?:([a-z]+):)?(?:["“”„]([^"“”„]*)(?:["“”„]|$)|(\S+)|(?=\s|$))/giu;

/**
 * Take a query apart. Nothing is an error: a quotation mark that is never closed reaches to the
 * end, and what looks like nothing known is a word.
 */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (const [source, minus, operator, phrase, word] of query.matchAll(TOKEN)) {
    if (source === '' || (source === '-' && word === undefined)) continue;
    tokens.push({
      source,
      isNegated: minus === '-',
      ...(operator !== undefined && { operator: operator.toLowerCase() }),
      value: phrase ?? word ?? '',
      isQuoted: phrase !== undefined,
    });
  }
  return tokens;
}

/** A piece of a query that `tokensOf` reads as this operator with exactly this value. */
export function toToken(operator: string, value: string, isExact = false): string {
  const plain = value.replaceAll(/["“”„]/g, ' ').trim();
  return isExact || /\s/.test(plain) ? `${operator}:"${plain}"` : `${operator}:${plain}`;
}
