import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { stageXes } from './index.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const logs = ['running-example.xes', 'sepsis.xes.gz', 'receipt.xes.gz', 'bpic2013-closed-problems.xes.gz', 'bpic2012.xes.gz'];
const ORDERED = 'SELECT e."case", a.value AS activity, e.time, e."row" FROM stage_events e JOIN stage_dictionary a ON a."column" = \'activity\' AND a.code = e.activity';

let engine: EventEngine;
let connection: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: tmpdir() });
  connection = await engine.connect();
});
afterAll(async () => {
  connection.close();
  await engine.close();
});

async function counted(sql: string): Promise<Record<string, number>> {
  return Object.fromEntries((await connection.rows<{ k: string; n: number }>(sql)).map(({ k, n }) => [k, n]));
}

describe.skipIf(!existsSync(shared))('every XES log has the figures that an independent implementation found (skipped without ../shared)', () => {
  for (const reader of ['quick', 'reference'] as const) {
    test.each(reader === 'quick' ? logs : logs.slice(0, 4))(`%s, ${reader}`, async (file) => {
      const name = file.replace(/\.xes.*/, '');
      const oracle = JSON.parse(readFileSync(new URL(`oracles/${name}/summary.json`, shared), 'utf8'));
      const { report, stage } = await stageXes(connection, { path: new URL(`logs/${file}`, shared).pathname }, { reader });
      expect(report.rejected).toEqual({ events: 0, entries: 0 });
      expect({ events: report.staged.events, cases: report.staged.cases }).toEqual({ events: oracle.events, cases: oracle.cases });
      expect(await counted(`SELECT activity AS k, count(*) AS n FROM (${ORDERED}) GROUP BY 1`)).toEqual(oracle.activity_counts);
      for (const [end, order] of [['start', ''], ['end', 'DESC']] as const) {
        const sql = `SELECT activity AS k, count(*) AS n FROM (SELECT activity, row_number() OVER (PARTITION BY "case" ORDER BY time ${order}, "row" ${order}) AS i FROM (${ORDERED})) WHERE i = 1 GROUP BY 1`;
        expect(await counted(sql)).toEqual(oracle[`${end}_activities`]);
      }
      const [range] = await connection.rows<{ a: number; b: number }>('SELECT epoch_us(min(time)) AS a, epoch_us(max(time)) AS b FROM stage_events');
      expect([range!.a, range!.b]).toEqual(oracle.time_range.map((t: string) => Date.parse(t.replace(/(\.\d{3})\d*/, '$1')) * 1000 + Number(/\.\d{3}(\d{3})/.exec(t)?.[1] ?? 0)));
      const [variants] = await connection.rows<{ n: number }>(`SELECT count(DISTINCT v) AS n FROM (SELECT list(activity ORDER BY time, "row") AS v FROM (${ORDERED}) GROUP BY "case")`);
      expect(variants!.n).toBe(oracle.variants);
      expect(stage.eventAttributes.length + stage.caseAttributes.length).toBeGreaterThan(0);
      for (const table of ['events', 'cases', 'dictionary', 'rejected']) await connection.run(`DROP TABLE stage_${table}`);
    });
  }
});
