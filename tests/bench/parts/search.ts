import type { SearchPage, SearchRun } from '../browser/search.ts';
import { openPage } from '../browser.ts';
import { medianOf, milliseconds, times } from '../measure.ts';
import { type Goal, reachTable } from '../reach.ts';
import { table } from '../table.ts';
import { createRandom } from '../text/random.ts';
import { measureFirstScreen } from './first-screen.ts';
import type { Part } from './part.ts';

declare const page: SearchPage;

const COUNT = 20_000;
const FEW = 200;
const QUERIES = 40;
/** Milliseconds in which a key must be answered: a frame. */
const FRAME = 16;
const MOST_TIMES = 1.5;

/** Searching the library as one types, and how soon it is there. */
export const measureSearch: Part = async ({ browser, origin, seed, log, keep }) => {
  log(`search: ${COUNT} annotations`);
  const measured = await openPage(browser, `${origin}/search.html`);
  const words = await measured.page.evaluate(([count, from]) => page.words(count, from), [
    COUNT,
    seed,
  ] as const);
  const random = createRandom(seed);
  const word = () => words[random.between(0, words.length - 1)] ?? '';
  const queries = Array.from({ length: QUERIES }, (_, index) =>
    index % 2 === 0 ? word() : `${word()} ${word()}`,
  );
  const runs = await measured.page.evaluate(
    ([count, from, asked]) => page.run(count, from, asked),
    [COUNT, seed, queries] as const,
  );
  await measured.close();
  keep('search', { queries, runs });

  log('search: the first screen');
  const screens = await measureFirstScreen([FEW, COUNT], seed);
  keep('first-screen', screens);
  const [few, many] = screens as [(typeof screens)[0], (typeof screens)[0]];
  const [waymark] = runs as [SearchRun];
  const goals: Goal[] = [
    {
      goal: `a key after the first, median: under ${FRAME} ms`,
      measured: milliseconds(medianOf(waymark.later)),
      reached: medianOf(waymark.later) < FRAME,
    },
    {
      goal: `first screen with ${COUNT} against ${FEW}, clock: at most ${MOST_TIMES} ×`,
      measured: times(many.clock, few.clock),
      reached: many.clock <= MOST_TIMES * few.clock,
    },
  ];
  return {
    title: 'Searching the library',
    blocks: [
      `${COUNT.toLocaleString('en')} annotations made up of words as frequent as English’s, ${QUERIES} queries of one or two words typed key by key into a page of Chromium. *Prepared* is what must be done before the first key: folding the texts, or building an index. *Every key anew* is the scan without what it keeps from key to key.`,
      table(
        ['', 'prepared', 'first key, median', 'later keys, median', '95 %', 'longest'],
        runs.map(({ contender, prepared, first, later }) => [
          contender,
          milliseconds(prepared),
          milliseconds(medianOf(first)),
          milliseconds(medianOf(later)),
          milliseconds(later.toSorted((a, b) => a - b)[Math.floor(later.length * 0.95)] ?? 0),
          milliseconds(Math.max(...first, ...later)),
        ]),
      ),
      'The library’s first screen: from the beginning of the navigation until the first notes stand, in the extension as it is published; medians of nine rounds, in turns.',
      table(
        ['annotations', 'clock', 'work of the page’s thread'],
        screens.map(({ count, clock, work }) => [
          count.toLocaleString('en'),
          milliseconds(clock),
          milliseconds(work),
        ]),
      ),
      reachTable(goals),
    ],
  };
};
