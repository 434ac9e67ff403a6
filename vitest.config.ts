import { defineConfig } from 'vitest/config';

// Two projects: `unit` is everything pure or on DuckDB files; `integration` needs the shared PostgreSQL that
// test/harness starts once for the whole run. A file says which by its ending.
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{src,test,examples,scripts}/**/*.test.ts'], exclude: ['**/*.db.test.ts', '**/*.slow.test.ts', '**/*.e2e.test.ts', 'node_modules/**'] },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['{src,test}/**/*.db.test.ts'], globalSetup: ['test/harness/global-postgres.ts'] },
      },
      { extends: true, test: { name: 'slow', include: ['{src,test,examples}/**/*.slow.test.ts'], testTimeout: 600_000, globalSetup: ['test/harness/global-postgres.ts'] } },
      { extends: true, test: { name: 'e2e', include: ['test/end-to-end/**/*.e2e.test.ts'], testTimeout: 180_000, globalSetup: ['test/harness/global-example.ts'] } },
    ],
  },
});
