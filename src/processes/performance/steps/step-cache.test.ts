import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkingCalendar } from '../../../maths/time/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { activityTimes } from './activities.ts';
import { StepCache, type StepLimits, type StepsAsked } from './step-cache.ts';
import { withSteps } from './steps.ts';
import { importSteps, testLogs, type TestLogs, type TestStep } from './testing.ts';

let logs: TestLogs, c: EngineConnection;
beforeAll(async () => { logs = await testLogs(); c = logs.c; });
afterAll(() => logs.close());

const list = Array.from({ length: 30 }, (_, i): TestStep => ({ case: i % 5, activity: 'abc'[i % 3]!, resource: 'x', start: null, end: i * 97 }));
const week = (toMinute: number): WorkingCalendar => ({ zone: 'UTC', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute })), exceptions: new Map([['2026-03-30', []]]) });
const cacheOf = (limits: Partial<StepLimits> = {}) => new StepCache({ connect: () => logs.connect() }, limits);
const kept = async () => (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM duckdb_databases() WHERE database_name LIKE 'steps_%'`))[0]!.n;
/** Which steps answered, and what they said. */
const ask = (cache: StepCache, asked: Omit<StepsAsked, 'c'> & { readonly c?: EngineConnection }) => cache.with({ c, ...asked }, async (s) => ({ table: s.table, said: await activityTimes(s), later: s.later === null ? null : await activityTimes({ ...s, table: s.later }) }));

test('a second question finds the steps made; another filter, calendar, end or version never gets the wrong ones', async () => {
  const cache = cacheOf();
  const [version, other] = [await importSteps(logs, list), await importSteps(logs, list.slice(0, 20))];
  const questions = [
    { eventLog: 'l', version }, { eventLog: 'l', version, calendar: week(1020) }, { eventLog: 'l', version, calendar: week(1080) }, { eventLog: 'l', version, calendar: { ...week(1020), exceptions: new Map() } },
    { eventLog: 'l', version, ends: ['b'] }, { eventLog: 'l', version, filter: { minSeconds: 60 * 97 * 15 + 1 } }, { eventLog: 'l', version, filter: { start: ['a'] } }, { eventLog: 'other', version: other },
  ];
  const seen: string[] = [];
  for (const q of questions) {
    const first = await ask(cache, q);
    const want = await withSteps(c, q.version, q, async (s) => ({ said: await activityTimes(s), later: s.later === null ? null : await activityTimes({ ...s, table: s.later }) }));
    expect({ said: first.said, later: first.later }).toEqual(want);
    expect(seen).not.toContain(first.table);
    expect(await ask(cache, structuredClone(q))).toEqual(first);
    seen.push(first.table);
  }
  expect(new Set((await Promise.all(questions.slice(0, 1).map((q) => ask(cache, q)))).map((f) => f.table))).toEqual(new Set([seen[0]]));
  expect(await kept()).toBe(questions.length);
  // A new version of a log lets go of what was kept of the one before; other logs keep theirs.
  const newer = await ask(cache, { eventLog: 'l', version: other });
  expect([seen.includes(newer.table), (await ask(cache, { eventLog: 'other', version: other })).table, await kept()]).toEqual([false, seen.at(-1), 2]);
});

test('what was not used for longest goes when there is too much, or when nobody asks any more; what is in use stays', async () => {
  const version = await importSteps(logs, list);
  const before = await kept();
  const of = (minSeconds: number) => ({ eventLog: 'l', version, filter: { minSeconds } });
  // Thirty steps of 19 bytes each.
  const cache = cacheOf({ bytes: 2 * 30 * 19 });
  const one = await ask(cache, of(1)), two = await ask(cache, of(2));
  expect((await ask(cache, of(1))).table).toBe(one.table);
  await ask(cache, of(3));
  expect([(await ask(cache, of(1))).table, await kept() - before]).toEqual([one.table, 2]);
  expect((await ask(cache, of(2))).table).not.toBe(two.table);
  await cache.with({ c, ...of(4) }, async (s) => {
    const session = await logs.connect();
    for (const n of [5, 6, 7]) await ask(cache, { ...of(n), c: session });
    session.close();
    expect(await activityTimes(s)).toHaveLength(3);
  });
  const large = cacheOf({ bytes: 10 }), few = cacheOf({ entries: 1, idleSeconds: 0.05 });
  const start = await kept();
  expect((await ask(large, of(1))).table).not.toBe((await ask(large, of(1))).table);
  expect(await kept()).toBe(start);
  for (const n of [1, 2, 3]) await ask(few, of(n));
  await expect.poll(kept).toBe(start);
});

test('those who ask at once wait for the one that makes them; they go on when that one goes away, and hear when it cannot be', async () => {
  const version = await importSteps(logs, list);
  const cache = cacheOf();
  const sessions = await Promise.all([1, 2, 3].map(() => logs.connect()));
  const gone = new AbortController();
  gone.abort();
  const asked = (i: number, more: object = {}) => ask(cache, { eventLog: 'l', version, c: sessions[i]!, ...more });
  const [first, second, third] = await Promise.allSettled([asked(0, { signal: gone.signal }), asked(1), asked(2)]);
  expect([first, second.status, third.status]).toMatchObject([{ reason: { code: 'cancelled' } }, 'fulfilled', 'fulfilled']);
  expect(second.status === 'fulfilled' && third.status === 'fulfilled' && second.value.table === third.value.table).toBe(true);
  const unknown = { filter: { activities: ['nowhere'] } };
  const refused = await Promise.allSettled([asked(0, unknown), asked(1, unknown)]);
  expect(refused).toMatchObject([{ reason: { code: 'bad-input' } }, { reason: { code: 'bad-input' } }]);
  for (const s of sessions) s.close();
});
