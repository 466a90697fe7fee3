import { defineConfig } from '@playwright/test';
import type { Options } from './tests/e2e/fixtures.ts';

/**
 * The same tests in both browsers, on the production builds (`npm run build`). Chromium is driven
 * by Playwright and Firefox by puppeteer; Playwright runs the tests either way.
 */
export default defineConfig<Options>({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'chromium', use: { driven: 'chromium' } },
    // Sync’s and the group’s tests drive a Firefox of their own beside Chromium.
    { name: 'firefox', use: { driven: 'firefox' }, testIgnore: ['sync.e2e.ts', 'group.e2e.ts'] },
  ],
});
