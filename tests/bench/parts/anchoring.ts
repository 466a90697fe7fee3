import type { CaseOptions } from '../browser/cases.ts';
import type { Failure, Score } from '../browser/score.ts';
import { openPage } from '../browser.ts';
import { load, medianOf, milliseconds, percent, times } from '../measure.ts';
import { type Goal, reachTable } from '../reach.ts';
import { table } from '../table.ts';
import {
  goalsOf,
  HYPOTHESIS,
  HYPOTHESIS_HINT,
  HYPOTHESIS_QUOTE,
  WAYMARK,
} from './anchoring-goals.ts';
import type { Bench, Part } from './part.ts';

const ROUNDS = 3;
/**
 * Milliseconds of the clock a contender may take: the first time, when what it finds is judged,
 * and in later rounds. The slowest would take minutes for every case.
 */
const BUDGETS = { first: 40_000, later: 6_000 };
const BUDGETS_OF_SLOW = { first: 10_000, later: 4_000 };
const SLOW = ['@apache-annotator/dom', 'dom-anchor-text-quote'];
const CONTENDERS = [WAYMARK, HYPOTHESIS, HYPOTHESIS_HINT, HYPOTHESIS_QUOTE, ...SLOW];

const POSTS = { texts: 100, words: 1000, quotes: 10, inline: 1 };
const LONG_PAGE = { texts: 1, words: 100_000, quotes: 1000, inline: 1 };
const CASES = [
  { title: '100 posts of 1,000 words, unedited', ...POSTS, edited: 0 },
  { title: '100 posts, unedited, plain paragraphs', ...POSTS, edited: 0, inline: 0 },
  { title: '100 posts, unedited, as Blogger marks up', ...POSTS, edited: 0, markup: 'blogger' },
  { title: '100 posts, 1 % edited', ...POSTS, edited: 0.01 },
  { title: '100 posts, 5 % edited', ...POSTS, edited: 0.05 },
  { title: 'a page of 100,000 words, unedited', ...LONG_PAGE, edited: 0 },
  { title: 'the long page, unedited, plain paragraphs', ...LONG_PAGE, edited: 0, inline: 0 },
  { title: 'the long page, 1 % edited', ...LONG_PAGE, edited: 0.01 },
  { title: 'the long page, 5 % edited', ...LONG_PAGE, edited: 0.05 },
] satisfies Omit<CaseOptions & { title: string }, 'seed'>[];

/** One contender's search in one round. Milliseconds for 1,000 passages. */
export interface Run {
  contender: string;
  cpu: number;
  wall: number;
  score: Score;
  failures: Failure[];
}

/** How fast and how truly passages are found again. */
export const measureAnchoring: Part = async (bench) => {
  const blocks = [
    `1,000 passages of 4 to 30 words; edited texts have that share of their characters inserted, deleted or replaced by chance, 4 % of their paragraphs moved, 3 % inserted and 2 % deleted. Seed ${bench.seed}. From stored selectors to DOM ranges, on a page just opened; ${ROUNDS} rounds, contenders taking turns, medians. *CPU* is what the page's thread worked, *clock* what passed; a ratio is of CPU time to Waymark's. Where a contender did not get through all passages in its time (${BUDGETS.first / 1000} s the first time, the last two ${BUDGETS_OF_SLOW.first / 1000} s), its times are extrapolated from those searched. A paragraph has one element of emphasis in it on average, as real ones have links and emphasis; where it says *plain* it has none. *Exactly*, *nearly* (more than half in common), *wrong* and *missed* are of the passages still there; *false* counts answers for passages whose paragraph was deleted.`,
  ];
  const goals: Goal[] = [];
  for (const [index, { title, ...options }] of CASES.entries()) {
    const runs = await measureCase(bench, title, { ...options, seed: bench.seed + index });
    bench.keep(
      `anchoring-${index}`,
      Object.fromEntries(
        runs.slice(0, CONTENDERS.length).map((run) => [run.contender, run.failures]),
      ),
    );
    blocks.push(`**${title}** (load ${load().toFixed(1)})`, tableOf(runs));
    goals.push(...goalsOf(title, runs, options));
  }
  blocks.push(reachTable(goals));
  return { title: 'Anchoring', blocks };
};

async function measureCase(bench: Bench, title: string, options: CaseOptions): Promise<Run[]> {
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, workOf, close } = await openPage(bench.browser, `${bench.origin}/anchoring.html`);
    await page.evaluate((given) => globalThis.page.setUp(given), options);
    for (const contender of CONTENDERS) {
      const budgets = SLOW.includes(contender) ? BUDGETS_OF_SLOW : BUDGETS;
      const budget = round === 0 ? budgets.first : budgets.later;
      const { result, total } = await workOf(() =>
        page.evaluate(([name, most]) => globalThis.page.run(name, most), [
          contender,
          budget,
        ] as const),
      );
      const { score, failures } = await page.evaluate(() => globalThis.page.score());
      const each = 1000 / result.searched;
      runs.push({ contender, cpu: total * each, wall: result.wall * each, score, failures });
      bench.log(`${title}, round ${round + 1}: ${contender} ${milliseconds(total * each)}`);
    }
    await close();
  }
  return runs;
}

function tableOf(runs: readonly Run[]): string {
  const cpuOf = (name: string) =>
    medianOf(runs.filter(({ contender }) => contender === name).map(({ cpu }) => cpu));
  const rows = CONTENDERS.map((name) => {
    const own = runs.filter(({ contender }) => contender === name);
    const { score } = own[0] as Run;
    const { searched, present, exactly, nearly, wrong, missed, gone, falselyFound } = score;
    return [
      name,
      milliseconds(cpuOf(name)),
      milliseconds(medianOf(own.map(({ wall }) => wall))),
      times(cpuOf(name), cpuOf(WAYMARK)),
      searched.toLocaleString('en'),
      percent(exactly, present),
      percent(nearly, present),
      percent(wrong, present),
      percent(missed, present),
      gone === 0 ? '–' : `${falselyFound} of ${gone}`,
    ];
  });
  return table(
    ['', 'CPU', 'clock', 'ratio', 'searched', 'exactly', 'nearly', 'wrong', 'missed', 'false'],
    rows,
  );
}
