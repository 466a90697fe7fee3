import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/*.test.ts', 'tests/unit/**/*.test.{ts,tsx}', 'tests/components/**/*.test.tsx'],
    // Tests that need a document say so in their first line: // @vitest-environment jsdom
    environment: 'node',
    setupFiles: ['tests/language/speak-english.ts'],
  },
});
