import { defineConfig } from 'vitest/config';

/**
 * Tests that need a document say so in their first line: // @vitest-environment jsdom
 *
 * Tests of modules share theirs, which spares loading them again for every file. Those of
 * components have a document that is theirs alone.
 */
export default defineConfig({
  test: {
    pool: 'threads',
    // Nothing else runs meanwhile; unasked, one core is left idle.
    maxWorkers: '100%',
    // Properties try thousands of texts, and the machine may be doing something else besides.
    testTimeout: 20_000,
    setupFiles: ['tests/language/speak-english.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/provide-indexeddb.ts'],
          isolate: false,
          globalSetup: ['tests/couch/install-first.ts'],
        },
      },
      { extends: true, test: { name: 'components', include: ['tests/components/**/*.test.tsx'] } },
    ],
  },
});
