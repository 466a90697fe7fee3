import type { Random } from '../text/random.ts';

/** How many places of a list are judged. */
export const DEPTH = 5;

/** How good one answer is, each from 0 to 1. */
export interface Quality {
  /** Discounted cumulative gain of the first five, over that of the best list there can be. */
  ndcg: number;
  /** Share of the posts asked for that stand among the first five; five of more are all. */
  recall: number;
  /** One over the place of the first post asked for; 0 if it is not among those listed. */
  mrr: number;
}

/** Judge a list by the posts it should hold (Järvelin and Kekäläinen, 2002, with gains of 1). */
export function qualityOf(list: readonly string[], wanted: ReadonlySet<string>): Quality {
  let gain = 0;
  let best = 0;
  let found = 0;
  const most = Math.min(DEPTH, wanted.size);
  for (let place = 0; place < DEPTH; place += 1) {
    const discounted = 1 / Math.log2(place + 2);
    if (place < most) best += discounted;
    if (!wanted.has(list[place] ?? '')) continue;
    gain += discounted;
    found += 1;
  }
  const first = list.findIndex((id) => wanted.has(id));
  return { ndcg: gain / best, recall: found / most, mrr: first === -1 ? 0 : 1 / (first + 1) };
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Draws of a bootstrap: enough for two digits of an interval's ends. */
const DRAWS = 2000;

/**
 * The interval that holds 95 % of what a statistic comes to when as many cases are drawn anew,
 * each as likely as any other (Efron's percentile bootstrap). Cases are given by number.
 */
export function intervalOf(
  cases: number,
  statistic: (drawn: readonly number[]) => number,
  random: Random,
): [low: number, high: number] {
  const values = Array.from({ length: DRAWS }, () =>
    statistic(Array.from({ length: cases }, () => random.between(0, cases - 1))),
  ).sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (DRAWS - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
