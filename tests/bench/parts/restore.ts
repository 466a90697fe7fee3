import { setTimeout } from 'node:timers/promises';
import { openPage } from '../browser.ts';
import { load, medianOf, milliseconds, times } from '../measure.ts';
import { atLeast, type Goal, reachTable } from '../reach.ts';
import { table } from '../table.ts';
import type { Bench, Part } from './part.ts';

const WAYMARK = 'Waymark';
const CLIENT = 'the Hypothesis client';
const LONG_PAGE = { texts: 1, words: 100_000, quotes: 1000, inline: 1 };
/** Annotations given to the client where its time would be minutes: extrapolated, and said so. */
const CASES = [
  { title: 'unedited', edited: 0, client: 1000 },
  { title: '1 % edited', edited: 0.01, client: 200 },
  { title: '5 % edited', edited: 0.05, client: 200 },
];
const ROUNDS = 3;
/** Milliseconds given to what a contender does late. */
const SETTLE = 500;
/** How many times as much work as Waymark's the client's should be. */
const FACTOR = 25;
/** Work without a pause that no reader sees: half of a frame. Milliseconds. */
const LONGEST_PIECE = 8;

interface Run {
  contender: string;
  count: number;
  work: number;
  wall: number;
  nodes: number;
  found: number;
}

/** What it takes until the annotations of a long page are shown. */
export const measureRestore: Part = async (bench) => {
  const blocks = [
    `1,000 annotations of a page of 100,000 words, texts and edits as under *Anchoring*. Waymark's whole content path: the post is read, all passages are found and painted. The real client of Hypothesis, its published bundle: it is started beforehand, and a stand-in for its sidebar sends it the annotations, with all it stores of a passage (elements, position, quote), and waits until it has reported each; the sidebar's own list is not in its time. A new page for every run, contenders taking turns, medians of ${ROUNDS} rounds. *Work* is time the page's thread worked until half a second after the next frame; the ratio is of work to Waymark's; *clock* is what passed. Times of fewer than 1,000 annotations are extrapolated; nodes are those added for what was given.`,
  ];
  const goals: Goal[] = [];
  for (const { title, edited, client } of CASES) {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contender of [WAYMARK, CLIENT]) {
        const count = contender === CLIENT ? client : LONG_PAGE.quotes;
        const { page, workOf, close } = await openPage(
          bench.browser,
          `${bench.origin}/restore.html`,
        );
        const options = { ...LONG_PAGE, edited, seed: bench.seed };
        await page.evaluate((given) => globalThis.page.setUp(given), options);
        if (contender === CLIENT) await page.evaluate(() => globalThis.page.startHypothesis());
        await page.evaluate(([name, most]) => globalThis.page.prepare(name, most), [
          contender,
          count,
        ] as const);
        const { result, total } = await workOf(async () => {
          const restored = await page.evaluate(() => globalThis.page.run());
          await setTimeout(SETTLE);
          return restored;
        });
        const each = LONG_PAGE.quotes / count;
        const { wall, nodes, found } = result;
        runs.push({ contender, count, work: total * each, wall: wall * each, nodes, found });
        bench.log(`${title}, round ${round + 1}: ${contender} ${milliseconds(total * each)}`);
        await close();
      }
    }
    blocks.push(`**${title}** (load ${load().toFixed(1)})`, tableOf(runs));
    const workOfEach = [CLIENT, WAYMARK].map((name) =>
      medianOf(runs.filter(({ contender }) => contender === name).map(({ work }) => work)),
    ) as [number, number];
    goals.push(atLeast(`the client's work, ${title}`, FACTOR, ...workOfEach));
  }
  goals.push(await measureReading(bench));
  blocks.push(reachTable(goals));
  return { title: 'Restore', blocks };
};

/** Reading is the one piece of work that is not cut: what it is, less an empty call. */
async function measureReading({ browser, origin, seed }: Bench): Promise<Goal> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, workOf, close } = await openPage(browser, `${origin}/restore.html`);
    await page.evaluate((given) => globalThis.page.setUp(given), { ...LONG_PAGE, edited: 0, seed });
    const empty = await workOf(() => page.evaluate(() => globalThis.page.read(true)));
    const read = await workOf(() => page.evaluate(() => globalThis.page.read(false)));
    times.push(read.total - empty.total);
    await close();
  }
  const work = medianOf(times);
  return {
    goal: `100,000 words are read in one piece of at most ${LONGEST_PIECE} ms`,
    measured: milliseconds(work),
    reached: work <= LONGEST_PIECE,
  };
}

function tableOf(runs: readonly Run[]): string {
  const median = (contender: string, pick: (run: Run) => number) =>
    medianOf(runs.filter((run) => run.contender === contender).map(pick));
  const work = (run: Run) => run.work;
  const whole = (number: number) => number.toLocaleString('en');
  return table(
    ['', 'work', 'clock', 'ratio', 'given', 'shown', 'nodes added'],
    [WAYMARK, CLIENT].map((name) => [
      name,
      milliseconds(median(name, work)),
      milliseconds(median(name, ({ wall }) => wall)),
      times(median(name, work), median(WAYMARK, work)),
      whole(median(name, ({ count }) => count)),
      whole(median(name, ({ found }) => found)),
      whole(median(name, ({ nodes }) => nodes)),
    ]),
  );
}
