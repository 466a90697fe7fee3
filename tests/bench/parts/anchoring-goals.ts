import type { CaseOptions } from '../browser/cases.ts';
import type { Score } from '../browser/score.ts';
import { medianOf, percent } from '../measure.ts';
import { atLeast, type Goal } from '../reach.ts';

export const WAYMARK = 'Waymark';
export const HYPOTHESIS = 'Hypothesis, position and quote';
export const HYPOTHESIS_HINT = 'Hypothesis, quote with hint';
export const HYPOTHESIS_QUOTE = 'Hypothesis, quote only';

/** One contender's search in one round. Times are milliseconds for 1,000 passages. */
export interface Timed {
  contender: string;
  cpu: number;
  score: Score;
}

/** How many times as much as Waymark's the work of Hypothesis's matcher should be. */
const FACTORS = { posts: 5, longPage: 3, longPageByQuote: 100, edited: 20 };
/** Share of passages that may be found in a wrong place. */
const MOST_WRONG = 0.003;

/** What a case was to show, and whether it did. */
export function goalsOf(
  title: string,
  runs: readonly Timed[],
  { texts, edited }: Pick<CaseOptions, 'texts' | 'edited'>,
): Goal[] {
  const cpuOf = (name: string) =>
    medianOf(runs.filter(({ contender }) => contender === name).map(({ cpu }) => cpu));
  const faster = (factor: number, name = HYPOTHESIS) =>
    atLeast(`${title}: work of ${name}`, factor, cpuOf(name), cpuOf(WAYMARK));
  const isLong = texts === 1;
  if (edited === 0) {
    if (!isLong) return [faster(FACTORS.posts), faster(FACTORS.posts, HYPOTHESIS_HINT)];
    return [faster(FACTORS.longPage), faster(FACTORS.longPageByQuote, HYPOTHESIS_QUOTE)];
  }
  return [...(isLong ? [faster(FACTORS.edited)] : []), ...truthGoals(title, runs)];
}

function truthGoals(title: string, runs: readonly Timed[]): Goal[] {
  const scoreOf = (name: string) => runs.find(({ contender }) => contender === name)?.score;
  const [ours, theirs] = [scoreOf(WAYMARK), scoreOf(HYPOTHESIS)];
  if (!ours || !theirs) return [];
  const rate = ({ exactly, present }: Score) => exactly / present;
  return [
    {
      goal: `${title}: found exactly, at least as Hypothesis (${percent(theirs.exactly, theirs.present)})`,
      measured: percent(ours.exactly, ours.present),
      reached: rate(ours) >= rate(theirs),
    },
    {
      goal: `${title}: wrong, at most ${MOST_WRONG * 100} %`,
      measured: percent(ours.wrong, ours.present),
      reached: ours.wrong <= MOST_WRONG * ours.present,
    },
    {
      goal: `${title}: no passage found whose paragraph was deleted (Hypothesis: ${theirs.falselyFound} of ${theirs.gone})`,
      measured: `${ours.falselyFound} of ${ours.gone}`,
      reached: ours.falselyFound === 0,
    },
  ];
}
