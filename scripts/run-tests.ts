import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demandBrowser } from './install-browser.ts';
import { npmScript, run, sayDuration } from './run-command.ts';
import {
  type Counts,
  readPlaywrightReport,
  readVitestReport,
  type TestReport,
} from './test-reports.ts';

/*
 * Runs everything, goes on after a failure, and says at the end what failed and how much passed:
 * of long output the end is what is kept. With `--no-e2e` it is `npm run check`: all that needs no
 * browser.
 */

const NOTHING: TestReport = { passed: 0, failed: 0, skipped: 0, failures: [] };
const ROOT = join(import.meta.dirname, '..');
/** Not in the folder of Playwright's results, which it empties. */
const REPORTS = join(ROOT, 'coverage', 'reports');
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

interface Part {
  /** A script of package.json. */
  script: string;
  /** Without what this one makes, the part would look at an old build, or at none. */
  after?: 'build';
  args?: readonly string[];
  env?: Record<string, string>;
  /** What must be there beforehand. */
  prepare?: () => Promise<unknown>;
  /** For a suite of tests: where it reports them, and how that is read. */
  report?: string;
  read?: (report: never) => TestReport;
}

const PARTS: readonly Part[] = [
  { script: 'types' },
  { script: 'lint' },
  {
    script: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    report: VITEST_REPORT,
    read: readVitestReport,
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
    read: readPlaywrightReport,
  },
];

interface Outcome extends TestReport {
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
  const told = readReport(part);
  // A part that failed in another way than by its tests, or that counts none, is one failure.
  const failed = succeeded ? told.failed : Math.max(1, told.failed);
  return { script, succeeded, remark: sayDuration(began), ...told, failed };
}

function readReport({ report, read }: Part): TestReport {
  if (!report || !read || !existsSync(report)) return NOTHING;
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
      ? { ...NOTHING, script, succeeded: false, remark: 'not run', failed: 1 }
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
const failures = outcomes.flatMap((outcome) => outcome.failures);
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`);
console.log(`\n${sum(outcomes, 'passed')} passed, ${sum(outcomes, 'failed')} failed`);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1;
