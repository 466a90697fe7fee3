import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '../bench/measure.ts';
import { table } from '../bench/table.ts';
import { startBlogServer } from '../e2e/rig/blog-server.ts';
import { killBrowsers } from './browser-kills.ts';
import { killImports } from './import-kills.ts';
import { tryModel } from './model.ts';
import { createRandom } from './random.ts';
import type { Outcome, Soak } from './soak.ts';
import { killWorkers } from './worker-kills.ts';

/** What is tried for long, and how often. */
const SOAKS: Record<string, { soak: Soak; times: number }> = {
  background: { soak: killWorkers, times: 200 },
  browser: { soak: killBrowsers('Chromium'), times: 25 },
  firefox: { soak: killBrowsers('Firefox'), times: 25 },
  import: { soak: killImports('chromium', 'Chromium'), times: 15 },
  importFirefox: { soak: killImports('firefox', 'Firefox'), times: 15 },
  model: { soak: tryModel, times: 3000 },
};
const REPORT = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md');
const SEED = Number(process.env.WAYMARK_SOAK_SEED ?? 20_261_123);

/** Which of them are wanted, each with another number of times where one is given: `firefox=5`. */
const given = process.argv.slice(2);
const names = given.length > 0 ? given : Object.keys(SOAKS);
const outcomes: Outcome[] = [];
for (const wanted of names) {
  const [name = '', given] = wanted.split('=');
  const { soak, times: usual } = SOAKS[name] ?? {};
  const times = Number(given ?? usual);
  if (!soak || !times) throw new Error(`No soak ${name}: there are ${Object.keys(SOAKS)}.`);
  const server = await startBlogServer();
  const log = (line: string) => process.stderr.write(`${name}: ${line}\n`);
  try {
    outcomes.push(await soak({ server, times, random: createRandom(SEED), log }));
  } finally {
    await server.close();
  }
}

const rows = outcomes.map(({ title, what, kills, acknowledged, lost, twice }) =>
  [title, what, kills, acknowledged, lost, twice].map(String),
);
const figures = table(['', 'how', 'kills', 'annotations made', 'lost', 'there twice'], rows);
process.stdout.write(`${figures}\n`);
if (given.length === 0) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    REPORT,
    `# Reliability\n\nWritten by \`npm run soak\` on ${date}, on ${describeMachine()}, seed ${SEED}. An annotation counts as\nmade when the background has answered that it is saved, or the page shows it as saved.\n\n${figures}\n`,
  );
}
if (outcomes.some(({ lost, twice }) => lost + twice > 0)) process.exitCode = 1;
