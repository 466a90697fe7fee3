import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/run-command.ts';
import type { Soak } from './soak.ts';

/** As `tests/unit/sync/random-edits.test.ts` writes it. */
interface Told {
  faults: number;
  typed: number;
}

/** What tries more, the more is asked for. */
const FILES = ['random-edits', 'merge-annotations'].map(
  (name) => `tests/unit/sync/${name}.test.ts`,
);

/** Histories of two and three devices with faults and deaths, in the process of the unit tests. */
export const syncHistories: Soak = async ({ times, random, log }) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-soak-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output } = await run(['vitest', 'run', ...FILES], {
      env: {
        WAYMARK_SYNC_RUNS: String(times),
        WAYMARK_SYNC_SEED: String(Math.floor(random() * 2 ** 31)),
        WAYMARK_SYNC_REPORT: report,
      },
    });
    if (code !== 0) throw new Error(`Devices did not come together:\n${output}`);
    const { faults, typed } = JSON.parse(readFileSync(report, 'utf8')) as Told;
    log(`${faults} faults and deaths, ${typed} texts typed`);
    return {
      title: 'Devices sync over a bad line',
      what: `Two and three devices write, delete and sync at random, ${times} and ${Math.ceil(times / 2)} histories; requests are cut, doubled, forged, refused or late, and runs die between any two steps (Node, PouchDB Server)`,
      kills: faults,
      acknowledged: typed,
      lost: 0,
      twice: 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
