import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { settleStage } from './settle.ts';
import { stageXes } from './index.ts';
import { emptyReport } from './collector.ts';

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

test('a key of several types becomes numbers, or text where they are not', async () => {
  const values = ['<int key="n" value="1"/><int key="m" value="1"/>', '<float key="n" value="2.5"/><string key="m" value="x"/>', '<boolean key="m" value="true"/>', '<date key="m" value="2020-01-01T00:00:00Z"/>'];
  const document = `<log><trace><string key="concept:name" value="1"/>${values.map((v) => `<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/>${v}</event>`).join('')}</trace></log>`;
  const { stage } = await stageXes(connection, { stream: (async function* () { yield Buffer.from(document); })(), name: 'mixed' });
  expect(stage.eventAttributes).toEqual([{ name: 'n', type: 'double' }, { name: 'm', type: 'text' }]);
  expect(await connection.rows('SELECT "@n" AS n, "@m" AS m FROM stage_events ORDER BY "row"')).toEqual([{ n: 1, m: '1' }, { n: 2.5, m: 'x' }, { n: null, m: 'true' }, { n: null, m: '2020-01-01T00:00:00.000000Z' }]);
  const [columns] = await connection.rows<{ n: number }>("SELECT count(*) AS n FROM duckdb_columns() WHERE table_name = 'stage_events'");
  expect(columns!.n).toBe(10);
  for (const table of ['events', 'cases', 'dictionary', 'rejected']) await connection.run(`DROP TABLE stage_${table}`);
});

test('late cases get their codes, refused ones go, and a value has one code', async () => {
  await connection.run('CREATE TABLE stage_events ("row" BIGINT, "case" INTEGER, activity INTEGER, resource INTEGER, "@id" INTEGER)');
  await connection.run('INSERT INTO stage_events VALUES (0, -1, 0, 0, 0), (1, -2, 0, 1, 1), (2, 2, 0, 2, 2)');
  await connection.run('CREATE TABLE stage_cases ("case" INTEGER)');
  await connection.run('INSERT INTO stage_cases VALUES (1), (2)');
  await connection.run('CREATE TABLE stage_dictionary ("column" VARCHAR, code INTEGER, value VARCHAR)');
  await connection.run("INSERT INTO stage_dictionary VALUES ('case', 0, 'x'), ('case', 1, 'a'), ('case', 2, 'a'), ('resource', 0, 'Ann'), ('resource', 1, 'Bob'), ('resource', 2, 'Ann'), ('@id', 0, 'p'), ('@id', 1, 'q'), ('@id', 2, 'p')");
  const report = { ...emptyReport(), staged: { events: 2, cases: 2 }, lateCases: [{ provisional: -1, code: 1 }, { provisional: -2, code: null }], restarted: ['case', 'resource', '@id'] };
  await settleStage(connection, { events: [{ key: 'id', columns: [{ name: '@id', type: 'code' }] }], cases: [] }, report);
  expect(await connection.rows('SELECT "row", "case", resource, "@id" AS id FROM stage_events ORDER BY "row"')).toEqual([{ row: 0, case: 1, resource: 0, id: 0 }, { row: 2, case: 1, resource: 0, id: 0 }]);
  expect(await connection.rows('SELECT "column", code, value FROM stage_dictionary ORDER BY 1, 2')).toEqual([{ column: '@id', code: 0, value: 'p' }, { column: '@id', code: 1, value: 'q' }, { column: 'case', code: 0, value: 'x' }, { column: 'case', code: 1, value: 'a' }, { column: 'resource', code: 0, value: 'Ann' }, { column: 'resource', code: 1, value: 'Bob' }]);
  expect(report.staged.cases).toBe(1);
  expect(report.repeatedCases).toBe(1);
});
