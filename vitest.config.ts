import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/*.test.ts', 'tests/unit/**/*.test.{ts,tsx}', 'tests/components/**/*.test.tsx'],
    // Tests that need a document say so in their first line: // @vitest-environment jsdom
    environment: 'node',
    // Properties are tried thousands of times, and the machine may be busy with other things.
    testTimeout: 30_000,
    setupFiles: ['tests/language/speak-english.ts'],
  },
});
