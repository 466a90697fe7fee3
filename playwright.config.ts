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
    { name: 'firefox', use: { driven: 'firefox' } },
  ],
});
