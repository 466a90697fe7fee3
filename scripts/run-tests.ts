import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demandBrowser } from './install-browser.ts';
import { npmScript, run, sayDuration } from './run-command.ts';

/*
 * Runs everything, goes on after a failure, and says at the end how much passed. With `--no-e2e`
 * it is `npm run check`: all that needs no browser.
 */

const ROOT = join(import.meta.dirname, '..');
/** Not in the folder of Playwright's results, which it empties. */
const REPORTS = join(ROOT, 'coverage', 'reports');
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Part {
  /** A script of package.json. */
  script: string;
  /** Without what this one makes, the part would look at an old build, or at none. */
  after?: 'build';
  args?: readonly string[];
  env?: Record<string, string>;
  /** What must be there beforehand. */
  prepare?: () => Promise<unknown>;
  /** For a suite of tests: where it counts them, and what it calls the numbers. */
  report?: string;
  read?: (report: never) => Counts;
}

const PARTS: readonly Part[] = [
  { script: 'types' },
  { script: 'lint' },
  {
    script: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    report: VITEST_REPORT,
    read: (report: VitestReport) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  },
  { script: 'build' },
  { script: 'budgets', after: 'build' },
  { script: 'manifests', after: 'build' },
  { script: 'licences', after: 'build' },
  { script: 'lint:firefox', after: 'build' },
  { script: 'packages', after: 'build' },
  {
    script: 'e2e',
    after: 'build',
    args: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    prepare: async () => {
      await demandBrowser('chromium');
      await demandBrowser('firefox');
    },
    report: PLAYWRIGHT_REPORT,
    read: ({ stats }: PlaywrightReport) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
  },
];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
}

interface Outcome extends Counts {
  script: string;
  succeeded: boolean;
  remark: string;
}

async function runPart(part: Part): Promise<Outcome> {
  const { script, args = [], env = {}, prepare, report } = part;
  console.log(`\n── ${script} ${'─'.repeat(Math.max(0, 70 - script.length))}`);
  const began = performance.now();
  if (report) rmSync(report, { force: true });
  let succeeded = false;
  try {
    await prepare?.();
    const { code } = await run(npmScript(script, ...args), { aloud: true, env });
    succeeded = code === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const counts = countIn(part);
  // A part that failed in another way than by its tests, or that counts none, is one failure.
  if (!succeeded && counts.failed === 0) counts.failed = 1;
  return { script, succeeded, remark: sayDuration(began), ...counts };
}

function countIn({ report, read }: Part): Counts {
  if (!report || !read || !existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  return read(JSON.parse(readFileSync(report, 'utf8')) as never);
}

function sum(outcomes: readonly Outcome[], what: keyof Counts): number {
  return outcomes.reduce((total, outcome) => total + outcome[what], 0);
}

const withoutE2e = process.argv.includes('--no-e2e');
const outcomes: Outcome[] = [];
for (const part of PARTS) {
  if (withoutE2e && part.script === 'e2e') continue;
  const { script } = part;
  const missing = outcomes.find((before) => before.script === part.after && !before.succeeded);
  outcomes.push(
    missing
      ? { script, succeeded: false, remark: 'not run', passed: 0, failed: 1, skipped: 0 }
      : await runPart(part),
  );
}

console.log('\n');
for (const { script, succeeded, remark, passed, failed, skipped } of outcomes) {
  const numbers = passed + skipped > 0 ? `${passed} passed, ${failed} failed` : '';
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const verdict = succeeded ? 'ok    ' : 'FAILED';
  console.log(`${verdict} ${script.padEnd(14)} ${remark.padStart(8)}  ${numbers}${left}`.trimEnd());
}
console.log(`\n${sum(outcomes, 'passed')} passed, ${sum(outcomes, 'failed')} failed`);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1;
