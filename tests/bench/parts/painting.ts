import { openPage, type Work } from '../browser.ts';
import { load, medianOf, milliseconds, times } from '../measure.ts';
import { type Goal, reachTable } from '../reach.ts';
import { table } from '../table.ts';
import type { Part } from './part.ts';

const WAYMARK = 'Waymark';
const CONTENDERS = [WAYMARK, 'wrapper elements', 'mark.js', 'web-highlighter'];
const MOST = 5000;
const COUNTS = [100, 1000, MOST];
/** Milliseconds the most highlights may take. */
const MOST_WORK = 150;
const ROUNDS = 3;
/** Who took longer than this, in milliseconds of the clock, is measured once only. */
const LONG = 20_000;

interface Run extends Work {
  contender: string;
  wall: number;
  nodes: number;
}

/** What it costs to show highlights on a long page, from ready offsets to the next frame. */
export const measurePainting: Part = async (bench) => {
  const blocks = [
    `Highlights of 4 to 8 words, none touching another, on a page of 100,000 words in 1,200 paragraphs, from offsets to the next frame; a new page for every run, contenders taking turns, medians of ${ROUNDS} rounds (who took more than ${LONG / 1000} s of the clock was measured once). *Work*, *script* and *style and layout* are time the page's thread worked; the ratio is of work to Waymark's; *next frame* is the clock's.`,
  ];
  const goals: Goal[] = [];
  for (const count of COUNTS) {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contender of CONTENDERS) {
        if (runs.some((run) => run.contender === contender && run.wall > LONG)) continue;
        const { page, workOf, close } = await openPage(
          bench.browser,
          `${bench.origin}/painting.html`,
        );
        const placed = await page.evaluate(
          ([seed, wanted]) => globalThis.page.setUp(seed, wanted),
          [bench.seed, count] as const,
        );
        if (placed !== count) throw new Error(`${placed} highlights of ${count} found room`);
        const { result, ...work } = await workOf(() =>
          page.evaluate((name) => globalThis.page.run(name), contender),
        );
        runs.push({ contender, ...result, ...work });
        bench.log(`${count}, round ${round + 1}: ${contender} ${milliseconds(work.total)}`);
        await close();
      }
    }
    blocks.push(`**${count.toLocaleString('en')} highlights** (load ${load().toFixed(1)})`);
    blocks.push(tableOf(runs));
    goals.push(
      ...goalsOf(
        count,
        runs.filter(({ contender }) => contender === WAYMARK),
      ),
    );
  }
  blocks.push(reachTable(goals));
  return { title: 'Painting', blocks };
};

function goalsOf(count: number, runs: readonly Run[]): Goal[] {
  const work = medianOf(runs.map(({ total }) => total));
  const nodes = Math.max(...runs.map((run) => run.nodes));
  const added = { goal: `${count} highlights add no node`, measured: `${nodes}` };
  return [
    { ...added, reached: nodes === 0 },
    ...(count === MOST
      ? [
          {
            goal: `${count} highlights in less than ${MOST_WORK} ms of work`,
            measured: milliseconds(work),
            reached: work < MOST_WORK,
          },
        ]
      : []),
  ];
}

function tableOf(runs: readonly Run[]): string {
  const median = (contender: string, pick: (run: Run) => number) =>
    medianOf(runs.filter((run) => run.contender === contender).map(pick));
  const total = (run: Run) => run.total;
  return table(
    ['', 'work', 'ratio', 'script', 'style and layout', 'next frame', 'nodes added'],
    CONTENDERS.map((name) => [
      name,
      milliseconds(median(name, total)),
      times(median(name, total), median(WAYMARK, total)),
      milliseconds(median(name, ({ script }) => script)),
      milliseconds(median(name, ({ layout }) => layout)),
      milliseconds(median(name, ({ wall }) => wall)),
      median(name, ({ nodes }) => nodes).toLocaleString('en'),
    ]),
  );
}
