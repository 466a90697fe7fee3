import { stripVTControlCharacters } from 'node:util';

/* What the reports of Vitest and of Playwright say, as far as it is told at the end of all tests. */

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface TestReport extends Counts {
  /** Each failed test by its name, and below it the beginning of what it said. */
  failures: readonly string[];
}

/** As much as is used of what Vitest's JSON reporter writes. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    /** The path of the file. */
    name: string;
    status: string;
    /** What went wrong with the file as a whole. */
    message?: string;
    assertionResults: readonly {
      fullName: string;
      status: string;
      failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** As much as is used of what Playwright's JSON reporter writes. */
export interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
  /** What went wrong outside of any test. */
  errors?: readonly PlaywrightError[];
  suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  title: string;
  specs?: readonly PlaywrightSpec[];
  suites?: readonly PlaywrightSuite[];
}

interface PlaywrightSpec {
  title: string;
  file: string;
  line: number;
  tests: readonly {
    projectName: string;
    status: string;
    results: readonly { errors?: readonly PlaywrightError[] }[];
  }[];
}

interface PlaywrightError {
  message?: string;
}

/** Lines of what a failed test said: mostly a sentence, what was expected and what was there. */
const LINES = 8;

/** Read what Vitest reported. */
export function readVitestReport(report: VitestReport): TestReport {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [tell(name, message)];
    return failed.map(({ fullName, failureMessages }) => tell(fullName, failureMessages?.[0]));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** Read what Playwright reported. */
export function readPlaywrightReport({ stats, errors = [], suites }: PlaywrightReport): TestReport {
  const outside = errors.map(({ message }) => tell('Outside of any test', message));
  const failures = suites.flatMap(specsOf).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => {
        const said = results.flatMap(({ errors = [] }) => errors)[0]?.message;
        return tell(`[${projectName}] ${file}:${line} ${title}`, said);
      }),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: [...outside, ...failures],
  };
}

function specsOf({ specs = [], suites = [] }: PlaywrightSuite): readonly PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function tell(test: string, said = ''): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [test, ...lines.slice(0, LINES).map((line) => `  ${line}`)].join('\n');
}
