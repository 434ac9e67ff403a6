import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimRows } from '../../evidence/claims/index.ts';
import { testLogs, type TestLogs } from '../performance/steps/testing.ts';
import { logCasesAnswer, viewCases } from './rows.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('all cases behind a figure come in pieces, as many as its pages count, and the session ends with them', async () => {
  const n = 5_000;
  const version = await logs.import('case,activity,time', Array.from({ length: n }, (_, k) => [k % 2 === 0 ? `k${k},a,2026-03-02T00:00:00Z\nk${k},b,2026-03-02T01:00:00Z` : `k${k},a,2026-03-02T00:00:00Z`]).flat(), { zone: 'UTC', timeFormat: 'iso' });
  let [open, signals] = [0, 0];
  // A session of the test's own connection that counts who holds it.
  const engine = { connect: async (options?: { signal?: AbortSignal }) => { open++; if (options?.signal !== undefined) signals++; return { rows: logs.c.rows.bind(logs.c), stream: logs.c.stream.bind(logs.c), run: logs.c.run.bind(logs.c), close: () => { open--; } }; } };
  const row = { id: version.id, manifest: version.manifest, collectedAt: null };
  const found = { selectFrom: () => found, selectAll: () => found, select: () => found, where: () => found, innerJoin: () => found, leftJoin: () => found, executeTakeFirst: async () => row };
  const answer = logCasesAnswer({ engine: engine as never, dir: version.dir });
  const of = (parameters: object) => ({ sources: [{ kind: 'event-log', id: 'orders', version: version.id }], rows: { question: 'log-cases', parameters } }) as never;
  for (const [parameters, total] of [[{ filter: {} }, n], [{ filter: {}, step: { from: 'a', to: 'b' } }, n / 2]] as const) {
    const { columns, pieces } = await answer.all!({ db: found as never, clock: null as never }, of(parameters), new AbortController().signal);
    expect(open).toBe(0);
    const [all, sizes]: [ClaimRows['rows'][number][], number[]] = [[], []];
    for await (const piece of pieces) { expect(open).toBe(1); all.push(...piece); sizes.push(piece.length); }
    expect([all.length, sizes.length > 1, open]).toEqual([total, true, 0]);
    const page = await viewCases(logs.c, version, parameters, { limit: 3, offset: 1 });
    expect(page).toEqual({ columns, rows: all.slice(1, 4), total, next: '4' });
  }
  expect(signals).toBe(2);
});
