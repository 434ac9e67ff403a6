import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { lifecycleKinds, pairedSql } from './instances.ts';

let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: tmpdir(), threads: 2 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); });

interface Ev { readonly k: number; readonly a: number; readonly l: number | null; readonly r: number | null; readonly i: number | null }
const START = 0, COMPLETE = 1, SCHEDULE = 2, CUSTOM = 3;
const kinds = lifecycleKinds([{ code: START, value: 'START' }, { code: COMPLETE, value: 'complete' }, { code: SCHEDULE, value: 'schedule' }, { code: CUSTOM, value: 'In Progress' }])!;

/** The obvious way: a queue of open starts for each case, activity and key. */
function queues(events: readonly Ev[]): string[] {
  const open = new Map<string, number[]>();
  const out: string[] = [];
  events.forEach((e, n) => {
    const key = JSON.stringify([e.k, e.a, e.i ?? e.r, e.i !== null]);
    if (e.l === SCHEDULE) return;
    if (e.l === START) open.set(key, [...(open.get(key) ?? []), n]);
    else if (e.l === COMPLETE) out.push(`${open.get(key)?.shift() ?? 'none'}-${n}`);
    else out.push(`none-${n}`);
  });
  for (const rest of open.values()) for (const n of rest) out.push(`${n}-none`);
  return out.sort();
}

async function paired(events: readonly Ev[]): Promise<string[]> {
  const row = (e: Ev, n: number) => `(${e.k}, ${e.a}, make_timestamp(${n}), ${e.l ?? 'NULL'}, ${e.r ?? 'NULL'}, ${e.i ?? 'NULL'}, ${n})`;
  await c.run('CREATE OR REPLACE TEMP TABLE so ("case" INTEGER, activity INTEGER, "time" TIMESTAMP, lifecycle INTEGER, resource INTEGER, instance INTEGER, "row" BIGINT)');
  if (events.length > 0) await c.run(`INSERT INTO so VALUES ${events.map(row).join(', ')}`);
  const rows = await c.rows<{ s: number | null; e: number | null }>(`SELECT epoch_us("start") AS s, epoch_us(complete) AS e FROM (${pairedSql('so', kinds)})`);
  return rows.map(({ s, e }) => `${s ?? 'none'}-${e ?? 'none'}`).sort();
}

test('starts and ends pair first in first out; an end before any start stays alone', async () => {
  const e = (l: number) => ({ k: 1, a: 1, l, r: null, i: null });
  expect(await paired([e(COMPLETE), e(START), e(START), e(COMPLETE), e(SCHEDULE), e(CUSTOM)])).toEqual(['1-3', '2-none', 'none-0', 'none-5']);
});

test('any sequence pairs as queues would', async () => {
  const opt = fc.option(fc.nat(1), { nil: null });
  const event = fc.record({ k: fc.nat(1), a: fc.nat(1), l: fc.option(fc.constantFrom(START, COMPLETE, START, COMPLETE, SCHEDULE, CUSTOM), { nil: null, freq: 10 }), r: opt, i: opt });
  await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => { expect(await paired(events)).toEqual(queues(events)); }), { numRuns: 60 });
}, 60_000);

test('a log without starts needs no pairing', () => {
  expect(lifecycleKinds([{ code: 0, value: 'complete' }])).toBeNull();
  expect(lifecycleKinds([{ code: 0, value: 'Awaiting Assignment' }])).toBeNull();
  expect(lifecycleKinds([{ code: 0, value: 'START' }, { code: 1, value: 'complete' }])).toEqual({ starts: [0], ends: [1], others: [] });
});
