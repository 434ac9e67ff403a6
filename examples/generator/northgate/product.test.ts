import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { availability, type Stop } from '../../../src/basics/health/index.ts';
import { workingIntervals, type WorkingCalendar } from '../../../src/maths/time/index.ts';
import { openEngine, type EngineConnection } from '../../../src/platform/event-engine/index.ts';
import { openCsv, stageCsv, type StagedCsv } from '../../../src/processes/event-logs/csv/index.ts';
import type { CsvMapping } from '../../../src/processes/event-logs/schemas.ts';
import { eventLogKind, type EventLogRecord } from '../../../src/processes/log-register/index.ts';
import { weeklyPerformance, type Performance } from '../../../src/processes/performance/index.ts';
import type { WorkingHours } from '../working-time.ts';
import { stops } from './incidents.ts';
import { period, processRules } from './scenario.ts';
import { serviceHours, services } from './services.ts';
import { windows, type Truth } from './truth.ts';

// The product's figures against the planted ones: two codes that share nothing but the files.
const folder = fileURLToPath(new URL('../../northgate/', import.meta.url));
const truth = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8')) as Truth;
const logs: EventLogRecord[] = Object.values(parse(readFileSync(`${folder}${eventLogKind.file}`, 'utf8')) as object).map((record) => eventLogKind.schema.parse(record));

function calendar({ week, holidays }: WorkingHours): WorkingCalendar {
  const weekly = week.flatMap((d, i) => (d === null ? [] : [{ weekday: i + 1, fromMinute: d[0] * 60, toMinute: d[1] * 60 }]));
  return { zone: 'Europe/London', weekly, exceptions: new Map([...holidays].map((day) => [day, []])) };
}

async function staged<T>(path: string, mapping: CsvMapping, look: (connection: EngineConnection, report: StagedCsv) => Promise<T>): Promise<T> {
  const tempDir = mkdtempSync(join(tmpdir(), 'hymnsheet-northgate-'));
  const source = await openCsv({ path }, { tempDir, encoding: mapping.encoding });
  const engine = await openEngine({ tempDir, folders: [tempDir], files: [source.path], threads: 1 });
  const connection = await engine.connect();
  try {
    return await look(connection, await stageCsv(connection, source, mapping, { tempDir }));
  } finally {
    connection.close();
    await engine.close();
    await source.close();
    rmSync(tempDir, { recursive: true, force: true });
  }
}

function performance(process: string, connection: EngineConnection): Promise<Performance> {
  const { ends, closedAfter, target, hours } = processRules.find((r) => r.model.id === process)!;
  return weeklyPerformance(connection, { events: 'log' }, { zone: 'Europe/London', ends, closedAfterSeconds: closedAfter, targetSeconds: target, calendar: calendar(hours) }, { asOf: period.asOf * 1000 });
}

const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 3));

describe.each(truth.processes.map((p) => [p.process, p] as const))('%s', (process, planted) => {
  test('is read with the folder’s own mapping without a rejected row, and has in all 52 weeks the measures that were planted', async () => {
    const record = logs.find((r) => r.file === planted.log)!;
    const got = await staged(`${folder}${planted.log}`, { ...record.mapping!, zone: record.zone }, async (connection, report) => {
      expect(report).toMatchObject({ records: planted.counts.events, rejected: 0, unreadable: [], startsDropped: 0 });
      expect(report.zoneless).toMatchObject({ gaps: 0, ambiguous: 0 });
      await connection.run(`CREATE TABLE log AS SELECT e."case", a.value AS activity, e."time" FROM stage_events e JOIN stage_dictionary a ON a."column" = 'activity' AND a.code = e.activity`);
      return performance(process, connection);
    });
    expect(got.closedBySilence).toBe(planted.closedBySilence);
    expect(got.weeks.map(({ week, rework, onTime, settling: _, ...m }) => ({ week: week.id, ...m, reworkShare: m.throughput === 0 ? null : rework / m.throughput, onTimeShare: m.throughput === 0 ? null : onTime! / m.throughput }))).toEqual(
      planted.weeks.map(({ from: _monday, ...w }) => ({ ...w, cycleMedian: near(w.cycleMedian), cycleP90: near(w.cycleP90), workingMedian: near(w.workingMedian), workingP90: near(w.workingP90), reworkShare: near(w.reworkShare), onTimeShare: near(w.onTimeShare) })),
    );
  });
});

test('services are as available, in every window, as was planted', () => {
  for (const { service, windows: planted } of truth.services) {
    const hours = serviceHours[services.find((s) => s.id === service)!.hours];
    const recorded = stops.filter((s) => s.services.includes(service)).map((s): Stop => ({
      id: s.id, kind: s.kind, start: s.recorded.from * 1000, end: s.recorded.until === undefined ? null : s.recorded.until * 1000, announcedAt: s.announced === undefined ? null : s.announced * 1000,
    }));
    for (const [name, [from, to]] of Object.entries(windows())) {
      const window = { start: from * 1000, end: to * 1000 };
      const got = availability({ window, hours: workingIntervals(calendar(hours), window.start, window.end), stops: recorded, known: [window] });
      const wanted = planted[name]!;
      expect({ name, down: got.downMs / 1000, maintenance: got.maintenanceMs / 1000, share: got.share, felt: got.felt }).toEqual({
        name, down: wanted.unplannedSeconds, maintenance: wanted.maintenanceSeconds, share: expect.closeTo(wanted.availability, 12), felt: expect.closeTo(wanted.asFelt, 12),
      });
    }
  }
});
