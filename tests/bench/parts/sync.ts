import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { medianOf, milliseconds, times } from '../measure.ts';
import { type Goal, reachTable } from '../reach.ts';
import { type Section, table } from '../table.ts';
import type { Bench } from './part.ts';

const ANNOTATIONS = Number(process.env.WAYMARK_BENCH_SYNC ?? 10_000);
/** Contenders take turns, so that none has the machine in a quieter hour than the other. */
const TURNS = 3;
/** No more than so many times what replication alone takes. */
const GOAL = 2;
const MOST_BYTES = 4000;
const LONGEST_ARRIVAL = 2000;
const ALONE = 'PouchDB';

type Measured = Readonly<Record<string, number>>;

/** What the first sync of a large library costs beside replication alone, and an edit after it. */
export async function measureSync({ seed, log }: Pick<Bench, 'seed' | 'log'>): Promise<Section> {
  const runs: Record<string, Measured[]> = { Waymark: [], [ALONE]: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const name of Object.keys(runs)) {
      const script = join(import.meta.dirname, '..', 'node', 'sync.ts');
      const given = ['--no-warnings', script, name, String(seed), String(ANNOTATIONS)];
      const measured: Measured = JSON.parse(
        execFileSync(process.execPath, given, { encoding: 'utf8' }),
      );
      log(`${name}: ${JSON.stringify(measured)}`);
      runs[name]?.push(measured);
    }
  }
  const median = (name: string, what: string) =>
    medianOf((runs[name] ?? []).flatMap((run) => run[what] ?? []));
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const rows = [
    ['first push', 'push'],
    ['first pull', 'pull'],
  ].map(([title = '', what = '']) => [
    title,
    seconds(median(ALONE, what)),
    seconds(median('Waymark', what)),
    times(median('Waymark', what), median(ALONE, what)),
  ]);
  const atMost = (goal: string, measured: string, reached: boolean): Goal => ({
    goal,
    measured,
    reached,
  });
  const ratio = (what: string) => median('Waymark', what) / median(ALONE, what);
  const [bytes, live] = [median('Waymark', 'bytes'), median('Waymark', 'live')];
  const pushed = (median('Waymark', 'pushed') / 1e6).toFixed(1);
  return {
    title: 'Sync',
    blocks: [
      `${ANNOTATIONS.toLocaleString('en')} annotations and PouchDB Server 4.2.0 on loopback, contenders taking turns, medians of ${TURNS}. Both in Node, with an IndexedDB in memory that is slower than a browser's: Waymark writes to two of them, its library and its replica. *Push* is from the library, or for PouchDB from documents in memory, to the server; *pull* the whole way back. Bytes are those of the bodies of requests; *live* is from the beginning of the sync that sends an edit until the edit is in the library of a device that listens; a sync that is asked for brings it in ${milliseconds(median('Waymark', 'arrival'))}. The first push sends ${pushed} MB; a sync with nothing to do asks ${median('Waymark', 'idle')} times.`,
      table(['', ALONE, 'Waymark', '×'], rows),
      reachTable([
        atMost(`first push: at most ${GOAL} ×`, times(ratio('push'), 1), ratio('push') <= GOAL),
        atMost(`first pull: at most ${GOAL} ×`, times(ratio('pull'), 1), ratio('pull') <= GOAL),
        atMost('sent for one edit: under 4 kB', `${Math.round(bytes)} B`, bytes < MOST_BYTES),
        atMost(
          'live, an edit is in the other library: within 2 s',
          milliseconds(live),
          live <= LONGEST_ARRIVAL,
        ),
      ]),
    ],
  };
}
