import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBlogServer } from '../e2e/rig/blog-server.ts';
import { killBrowsers } from './browser-kills.ts';
import { DISK, fillDisk } from './full-disk.ts';
import { killImports } from './import-kills.ts';
import { useMany } from './many.ts';
import { tryModel } from './model.ts';
import { createRandom } from './random.ts';
import { toFigures, withOutcome } from './report.ts';
import type { Outcome, Soak } from './soak.ts';
import { syncHistories } from './sync-histories.ts';
import { killWorkers } from './worker-kills.ts';

/** What is tried for long, and how often. */
const SOAKS: Record<string, { soak: Soak; times: number }> = {
  background: { soak: killWorkers('chromium', 'Chromium'), times: 200 },
  backgroundFirefox: { soak: killWorkers('firefox', 'Firefox'), times: 200 },
  browser: { soak: killBrowsers('Chromium'), times: 25 },
  firefox: { soak: killBrowsers('Firefox'), times: 25 },
  import: { soak: killImports('chromium', 'Chromium'), times: 15 },
  importFirefox: { soak: killImports('firefox', 'Firefox'), times: 15 },
  fullDisk: { soak: fillDisk('chromium', 'Chromium'), times: 20 },
  fullDiskFirefox: { soak: fillDisk('firefox', 'Firefox'), times: 20 },
  many: { soak: useMany, times: 100_000 },
  model: { soak: tryModel, times: 3000 },
  sync: { soak: syncHistories, times: 100 },
};
const REPORT = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md');
const SEED = Number(process.env.WAYMARK_SOAK_SEED ?? 20_261_123);

const DAY = new Date().toISOString().slice(0, 10);

/** Which of them are wanted, each with another number of times where one is given: `firefox=5`. */
const given = process.argv.slice(2);
// Disks are filled only where one is named that may be.
const usual = Object.keys(SOAKS).filter((name) => DISK || !name.startsWith('fullDisk'));
const names = given.length > 0 ? given : usual;
const outcomes: Outcome[] = [];
for (const wanted of names) {
  const [name = '', given] = wanted.split('=');
  const { soak, times: often } = SOAKS[name] ?? {};
  const times = Number(given ?? often);
  if (!soak || !times) throw new Error(`No soak ${name}: there are ${Object.keys(SOAKS)}.`);
  const server = await startBlogServer();
  const log = (line: string) => process.stderr.write(`${name}: ${line}\n`);
  try {
    const outcome = await soak({ server, times, random: createRandom(SEED), log });
    outcomes.push(outcome);
    // At once: another one may fail, or take long.
    if (times === often) {
      writeFileSync(REPORT, withOutcome(readFileSync(REPORT, 'utf8'), outcome, SEED, DAY));
    }
  } finally {
    await server.close();
  }
}

process.stdout.write(`${toFigures(outcomes, DAY)}\n`);
if (outcomes.some(({ lost, twice }) => lost + twice > 0)) process.exitCode = 1;
