import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { medianOf, milliseconds, percent, times } from '../measure.ts';
import { reachTable } from '../reach.ts';
import { type Section, table } from '../table.ts';
import { measurePageExport } from './export-page.ts';
import type { Bench } from './part.ts';

const ANNOTATIONS = 10_000;
const ROUNDS = 5;
/** Contenders take turns, so that none has the machine in a quieter hour than the others. */
const TURNS = 3;
/** Nobody waits longer than so many times what the serialiser alone takes. */
const GOAL = 1.5;
/** Milliseconds from which on a page is felt to hang, as browsers count long tasks. */
const LONGEST_TASK = 50;
const ALONE = 'mdast-util-to-markdown';
const CONTENDERS = ['Waymark', ALONE, `${ALONE}, notes parsed`, 'turndown'];

interface Measured {
  cpu: number[];
  megabytes: number;
  characters: number;
  total: number;
  exact: number;
}

/**
 * How fast 10,000 annotations are written as Markdown, how much of it is read back as it was, and
 * how the page goes on answering meanwhile.
 */
export async function measureExport({ seed, log }: Pick<Bench, 'seed' | 'log'>): Promise<Section> {
  const runs = Array.from({ length: TURNS }, () =>
    CONTENDERS.map((name): Measured => {
      const script = join(import.meta.dirname, '..', 'node', 'export.ts');
      const given = [script, name, String(seed), String(ANNOTATIONS), String(ROUNDS)];
      const result = JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }));
      log(`${name}: ${milliseconds(medianOf(result.cpu))}`);
      return result;
    }),
  );
  const measured = CONTENDERS.flatMap((name, i) => {
    const own = runs.flatMap((run) => run[i] ?? []);
    const [one] = own;
    return one ? [{ ...one, name, cpu: own.map(({ cpu }) => medianOf(cpu)) }] : [];
  });
  const cpuOf = (name: string) => medianOf(measured.find((one) => one.name === name)?.cpu ?? []);
  const rows = measured.map(({ name, cpu, megabytes, characters, exact, total }) => [
    name,
    milliseconds(medianOf(cpu)),
    times(medianOf(cpu), cpuOf(ALONE)),
    `${Math.round(megabytes)} MB`,
    `${(characters / 1e6).toFixed(1)} M`,
    percent(exact, total),
  ]);
  log('export: in the library');
  const pages = await measurePageExport(ANNOTATIONS, seed);
  const longest = Math.max(...pages.map((page) => page.longest));
  const ratio = cpuOf('Waymark') / cpuOf(ALONE);
  return {
    title: 'Export',
    blocks: [
      `${ANNOTATIONS.toLocaleString('en')} annotations on 300 posts of 1,000 words, half of them with a note, written as one document by Node ${process.versions.node}, each contender in a process of its own; medians of ${TURNS} turns of ${ROUNDS} rounds each, in CPU time. A fifth of the paragraphs hold signs that mean something to Markdown. Waymark reads the notes, finds a text fragment for every passage and escapes what Obsidian, Logseq and Templater would act on; *${ALONE}* is given the tree it writes, notes read beforehand, and *notes parsed* has to make the tree as Waymark does; *turndown* is given HTML. *Memory* is what the process grew by at its highest, *exactly* the share of passages that CommonMark and GFM both read back as they were.`,
      table(['', 'CPU', 'ratio', 'memory', 'characters', 'exactly'], rows),
      `The same exported from the library in Chromium, in the extension as it is published. *Longest task* is the longest that the page’s thread worked before anything else had its turn, a key or a frame: in thread time, and by the clock, which whatever else runs on the machine prolongs. *Clock* is from the click until the file is there.`,
      table(
        ['', 'longest task', 'by the clock', 'clock'],
        pages.map(({ format, longest, longestByClock, clock }) => [
          format,
          milliseconds(longest),
          milliseconds(longestByClock),
          milliseconds(clock),
        ]),
      ),
      reachTable([
        {
          goal: `10,000 annotations: at most ${GOAL} × ${ALONE} alone`,
          measured: `${ratio.toFixed(2)} ×`,
          reached: ratio <= GOAL,
        },
        {
          goal: `the library, exporting them, never works for more than ${LONGEST_TASK} ms in one go`,
          measured: milliseconds(longest),
          reached: longest < LONGEST_TASK,
        },
      ]),
    ],
  };
}
