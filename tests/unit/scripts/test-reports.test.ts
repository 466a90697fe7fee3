import { describe, expect, test } from 'vitest';
import {
  type PlaywrightReport,
  readPlaywrightReport,
  readVitestReport,
  type VitestReport,
} from '../../../scripts/test-reports.ts';

describe('a report of Vitest', () => {
  const counted = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  const passed = { fullName: 'a note is kept', status: 'passed', failureMessages: [] };

  function reportOf(...testResults: VitestReport['testResults']): VitestReport {
    return { ...counted, testResults };
  }

  test('counts, and names each failed test with the beginning of what it said', () => {
    const said = `\u001b[31mError: no note\u001b[39m\n\nexpected one\n${'  at a line\n'.repeat(30)}`;
    const failed = { fullName: 'a note is found', status: 'failed', failureMessages: [said] };
    const report = readVitestReport(
      reportOf({ name: '/note.test.ts', status: 'failed', assertionResults: [passed, failed] }),
    );

    expect(report).toMatchObject({ passed: 5, failed: 1, skipped: 3 });
    expect(report.failures).toHaveLength(1);
    const lines = report.failures[0]?.split('\n');
    expect(lines?.slice(0, 3)).toEqual(['a note is found', '  Error: no note', '  expected one']);
    expect(lines).toHaveLength(9);
  });

  test('names a file that could not be read as one failure', () => {
    const { failures } = readVitestReport(
      reportOf({
        name: '/broken.test.ts',
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      }),
    );

    expect(failures).toEqual(['/broken.test.ts\n  no such module']);
  });
});

describe('a report of Playwright', () => {
  const stats = { expected: 7, flaky: 0, unexpected: 1, skipped: 2 };
  const passed = { projectName: 'chromium', status: 'expected', results: [{ errors: [] }] };
  const failed = {
    projectName: 'firefox',
    status: 'unexpected',
    results: [{ errors: [{ message: 'Error: Waited in vain' }] }],
  };
  const spec = { title: 'a passage is found', file: 'note.e2e.ts', line: 12 };

  test('names each failed test with its browser and place, however deep it lies', () => {
    const report: PlaywrightReport = {
      stats,
      suites: [
        {
          title: 'note.e2e.ts',
          suites: [{ title: 'notes', specs: [{ ...spec, tests: [passed, failed] }] }],
        },
      ],
    };

    expect(readPlaywrightReport(report)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 2,
      failures: ['[firefox] note.e2e.ts:12 a passage is found\n  Error: Waited in vain'],
    });
  });

  test('tells what went wrong outside of any test', () => {
    const { failures } = readPlaywrightReport({
      stats,
      errors: [{ message: 'No tests found' }],
      suites: [],
    });

    expect(failures).toEqual(['Outside of any test\n  No tests found']);
  });
});
