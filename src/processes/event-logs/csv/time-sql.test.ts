import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toInstant } from '../../../maths/time/index.ts';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { timeSql, zoneSql } from './time-sql.ts';

let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: tmpdir(), threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); });

test.each<[string, string, string | null, number | null]>([
  ['2010-12-30 14:32:00+01:00', 'iso', '2010-12-30 14:32:00', 60],
  ['2010-12-30T14:32:00.123456-09:30', 'iso', '2010-12-30 14:32:00.123456', -570],
  ['2010-12-30T14:32:00Z', 'iso', '2010-12-30 14:32:00', 0],
  ['2010-12-30 14:32:00 UTC', 'iso', '2010-12-30 14:32:00', 0],
  ['2010-12-30 14:32:00 +0100', 'iso', '2010-12-30 14:32:00', 60],
  ['2010-12-30 14:32:00+01', 'iso', '2010-12-30 14:32:00', 60],
  ['2010-12-30 14:32', 'iso', '2010-12-30 14:32:00', null],
  ['2010-12-30', 'iso', '2010-12-30 00:00:00', null],
  ['2010-12-30 14:32:00,5', 'iso', '2010-12-30 14:32:00.5', null],
  ['2010-02-30', 'iso', null, null],
  ['infinity', 'iso', null, null],
  ['', 'iso', null, null],
  ['29/2/2016 01:16', '%d/%m/%Y %H:%M', '2016-02-29 01:16:00', null],
  ['30/2/2016 01:16', '%d/%m/%Y %H:%M', null, null],
  ['29/2/2016 01:16 -0330', '%d/%m/%Y %H:%M %z', '2016-02-29 01:16:00', -210],
  ['1461234567.25', 'epoch', '2016-04-21 10:29:27.25', 0],
  ['1461234567250', 'epoch-ms', '2016-04-21 10:29:27.25', 0],
  ['never', 'epoch', null, 0],
  ['1e300', 'epoch', null, 0],
])('%s as %s is %s with offset %s', async (text, format, local, offset) => {
  const sql = timeSql('x', format);
  expect(await c.rows(`SELECT ${sql.local}::VARCHAR AS l, ${sql.offset} AS o FROM (SELECT ? AS x)`, [text])).toEqual([{ l: local, o: offset }]);
});

test.each(['Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC', 'Asia/Kathmandu'])('local times of %s become the same instants as elsewhere, gaps and doubled hours included', async (zone) => {
  const [from, to] = [Date.UTC(2023, 0, 1), Date.UTC(2024, 11, 31)];
  const sql = zoneSql('t', zone, from, to);
  const rows = await c.rows<{ l: number; o: number; gap: boolean; twice: boolean }>(`SELECT epoch_ms(t) AS l, ${sql.offset} AS o, ${sql.gap} AS gap, ${sql.ambiguous} AS twice FROM (SELECT make_timestamp(${from * 1000} + i * 900000000) AS t FROM range(${(to - from) / 900_000}) r(i))`);
  const wrong = rows.filter((r) => {
    const { instant, kind } = toInstant(zone, r.l);
    return r.l - r.o * 60_000 !== instant || r.gap !== (kind === 'gap') || r.twice !== (kind === 'ambiguous');
  });
  expect(wrong).toEqual([]);
  expect(rows.some((r) => r.gap)).toBe(zone !== 'UTC' && zone !== 'Asia/Kathmandu');
});
