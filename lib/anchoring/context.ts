import type { TextQuoteSelector } from '../annotation/selector.ts';
import type { Span } from './span.ts';
import { similarityOf, type Word, wordsOf } from './words.ts';

/** How far the surroundings of a candidate agree with those remembered, from 0 to 1 a side. */
export interface ContextAgreement {
  before: number;
  after: number;
}

/** Words this much alike are the same word, mistyped or corrected. */
const SAME_WORD = 0.6;

/** Inserted words are stepped over as far as this many units beyond the context's length. */
const SLACK = 24;

/**
 * What a passage at the very edge of a post has instead of words: the edge. It says less than
 * words do. Any other missing context says nothing, and nothing is not agreement.
 */
const EDGE_AGREEMENT = 0.5;

/** True when the words on both sides are, to the letter, those remembered. */
export function hasVerbatimContext(
  text: string,
  { start, end }: Span,
  quote: TextQuoteSelector,
): boolean {
  return (
    text.startsWith(quote.prefix, start - quote.prefix.length) &&
    start >= quote.prefix.length &&
    text.startsWith(quote.suffix, end)
  );
}

/** How much of the context, right next to the passage, is to the letter what is remembered. */
export interface ContextJoin {
  /** UTF-16 units, both sides added. */
  units: number;
  /** The same on the side that has less. */
  fewest: number;
  /** Whether one side has all that is remembered of it. */
  hasWholeSide: boolean;
}

/** Measure how firmly a passage is still joined to what stood next to it. */
export function contextJoinOf(
  text: string,
  { start, end }: Span,
  { prefix, suffix }: TextQuoteSelector,
): ContextJoin {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return {
    units: before + after,
    fewest: Math.min(before, after),
    hasWholeSide:
      (before === prefix.length && (prefix !== '' || start === 0)) ||
      (after === suffix.length && (suffix !== '' || end === text.length)),
  };
}

/** Compare the surroundings of a span with the context of a quote, tolerating edits in them. */
export function contextAgreementOf(
  text: string,
  { start, end }: Span,
  { prefix, suffix }: TextQuoteSelector,
): ContextAgreement {
  const before = text.slice(Math.max(start - prefix.length - SLACK, 0), start);
  const after = text.slice(end, end + suffix.length + SLACK);
  return {
    before: agreementOf(prefix, before, start === 0, 'before'),
    after: agreementOf(suffix, after, end === text.length, 'after'),
  };
}

function agreementOf(
  expected: string,
  actual: string,
  atEdge: boolean,
  side: keyof ContextAgreement,
): number {
  if (expected === '') return atEdge ? EDGE_AGREEMENT : 0;
  if (side === 'before' ? actual.endsWith(expected) : actual.startsWith(expected)) return 1;
  const words = wordsOf(expected);
  const total = words.reduce((sum, word) => sum + weightOf(word), 0);
  return total === 0 ? 0 : commonWeight(words, wordsOf(actual)) / total;
}

/** The weight of the heaviest sequence of words that both lists hold in the same order. */
function commonWeight(expected: readonly Word[], actual: readonly Word[]): number {
  let row = new Float64Array(actual.length + 1);
  for (const word of expected) {
    const next = new Float64Array(actual.length + 1);
    actual.forEach((other, column) => {
      const alike = similarityOf(word.key, other.key);
      const joined = alike >= SAME_WORD ? (row[column] as number) + alike * weightOf(word) : 0;
      next[column + 1] = Math.max(joined, row[column + 1] as number, next[column] as number);
    });
    row = next;
  }
  return row.at(-1) as number;
}

/** Long words say more than short ones. */
function weightOf({ key }: Word): number {
  return key.length;
}
