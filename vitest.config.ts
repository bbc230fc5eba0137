import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/src/**/*.test.ts'],
    // One PostgreSQL for all suites of the store, where its binaries are found.
    globalSetup: ['src/store/fixtures/postgres-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each worker opens DuckDB of its own: two on a small machine are as many as pay.
    maxWorkers: 2,
  },
});
