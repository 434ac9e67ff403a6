import { configDefaults, defineConfig } from 'vitest/config';

// Unit tests that take seconds each: part of `npm test`, not of `npm run check`.
const long = [
  'src/briefing/sheet/sheet.test.ts', 'src/platform/postgres/binaries.test.ts', 'src/processes/event-logs/csv/stage-csv.test.ts', 'src/processes/event-logs/questions/oracles.test.ts',
  'src/processes/discovery/oracles.test.ts', 'src/processes/event-logs/versions/append.test.ts', 'src/processes/event-logs/writers/*.test.ts', 'src/processes/event-logs/xes/{differential,oracles,source}.test.ts',
  'test/company-folder/round-trip.test.ts', 'test/imports/increments.test.ts', 'examples/generator/**/*.test.ts',
];
const needsMore = ['**/*.db.test.ts', '**/*.slow.test.ts', '**/*.e2e.test.ts', ...configDefaults.exclude];
const postgres = ['test/harness/global-postgres.ts'];

// A file says by its ending what it needs: `.db.test.ts` the shared PostgreSQL that test/harness starts once for the whole run,
// `.e2e.test.ts` the browser, `.slow.test.ts` time; every other is pure or on DuckDB files.
export default defineConfig({
  test: {
    // A busy machine takes ten times as long: a test that never ends is what this ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // More than two cores’ worth, because many tests wait: for PostgreSQL, for a process to end.
    maxWorkers: 3,
    // Sources are loaded once a worker, not once a file: no test may change what a module holds.
    isolate: false,
    // What a test found is said whole, in the line that names the failure.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      { extends: true, test: { name: 'unit', include: ['{src,test,examples,scripts}/**/*.test.ts'], exclude: [...needsMore, ...(process.env['HYMNSHEET_TEST_QUICK'] === undefined ? [] : long)] } },
      { extends: true, test: { name: 'integration', include: ['{src,test}/**/*.db.test.ts'], globalSetup: postgres } },
      { extends: true, test: { name: 'slow', include: ['{src,test,examples}/**/*.slow.test.ts'], testTimeout: 600_000, globalSetup: postgres } },
      // A browser starved by its neighbours gets a second go, which the report names: what needs one on a quiet machine is a fault.
      { extends: true, test: { name: 'e2e', retry: 1, include: ['test/end-to-end/**/*.e2e.test.ts'], testTimeout: 400_000, expect: { poll: { timeout: 20_000 } }, globalSetup: ['test/harness/global-example.ts'] } },
    ],
  },
});
