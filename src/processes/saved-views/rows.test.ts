import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimRows } from '../../evidence/claims/index.ts';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { testLogs, type TestLogs } from '../performance/steps/testing.ts';
import { allViewCases, viewCases } from './rows.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('all cases behind a figure come in pieces, as many as its pages count, and the session ends with them', async () => {
  const n = 5_000;
  const version = await logs.import('case,activity,time', Array.from({ length: n }, (_, k) => (k % 2 === 0 ? [`k${k},a,2026-03-02T00:00:00Z`, `k${k},b,2026-03-02T01:00:00Z`] : [`k${k},a,2026-03-02T00:00:00Z`])).flat(), { zone: 'UTC', timeFormat: 'iso' });
  for (const [asked, total] of [[{ filter: {} }, n], [{ filter: {}, step: { from: 'a', to: 'b' } }, n / 2]] as const) {
    const sessions: EngineConnection[] = [];
    const connect = async () => {
      const session = await logs.connect();
      sessions.push(session);
      return session;
    };
    const { columns, pieces } = allViewCases(connect, version, asked, new AbortController().signal);
    expect(sessions).toEqual([]);
    const [all, sizes]: [ClaimRows['rows'][number][], number[]] = [[], []];
    for await (const piece of pieces) {
      all.push(...piece);
      sizes.push(piece.length);
    }
    expect([all.length, sizes.length > 1, sessions.length]).toEqual([total, true, 1]);
    await expect(sessions[0]!.rows('SELECT 1 AS one')).rejects.toThrow('disconnected');
    expect(await viewCases(logs.c, version, asked, { limit: 3, offset: 1 })).toEqual({ columns, rows: all.slice(1, 4), total, next: '4' });
  }
});
