import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availability, type Stop } from '../../../src/basics/health/index.ts';
import { workingIntervals, type WorkingCalendar } from '../../../src/maths/time/index.ts';
import { openEngine, type EngineConnection, type EventEngine } from '../../../src/platform/event-engine/index.ts';
import { weeklyPerformance } from '../../../src/processes/performance/index.ts';
import type { WorkingHours } from '../working-time.ts';
import { stops } from './incidents.ts';
import { logLayouts } from './logs.ts';
import { period, processRules } from './scenario.ts';
import { serviceHours, services } from './services.ts';
import { windows, type Truth } from './truth.ts';

// The product's figures against the planted ones: two codes that share nothing but the files.
const folder = fileURLToPath(new URL('../../northgate/', import.meta.url));
const truth = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8')) as Truth;

let engine: EventEngine;
let connection: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: tmpdir(), threads: 1, folders: [folder] });
  connection = await engine.connect();
});
afterAll(async () => {
  connection.close();
  await engine.close();
});

function calendar({ week, holidays }: WorkingHours): WorkingCalendar {
  const weekly = week.flatMap((d, i) => (d === null ? [] : [{ weekday: i + 1, fromMinute: d[0] * 60, toMinute: d[1] * 60 }]));
  return { zone: 'Europe/London', weekly, exceptions: new Map([...holidays].map((day) => [day, []])) };
}

const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 3));

describe.each(truth.processes.map((p) => [p.process, p] as const))('%s', (process, planted) => {
  test('has in all 52 weeks the measures that were planted', async () => {
    const layout = logLayouts.find((l) => l.process === process)!;
    const read = `read_csv('${folder}${planted.log}', header = true, all_varchar = true)`;
    const time = layout.timeFormat === undefined ? `(completed_at::TIMESTAMPTZ AT TIME ZONE 'UTC')` : `(timezone('Europe/London', strptime(completed_at, '${layout.timeFormat}')) AT TIME ZONE 'UTC')`;
    await connection.run(`CREATE OR REPLACE TABLE log AS SELECT ${layout.caseColumn} AS "case", activity, ${time} AS "time" FROM ${read}`);
    const rules = processRules.find((r) => r.model.id === process)!;
    const got = await weeklyPerformance(connection, { events: 'log' }, { zone: 'Europe/London', ends: rules.ends, closedAfterSeconds: rules.closedAfter, targetSeconds: rules.target, calendar: calendar(rules.hours) }, { asOf: period.asOf * 1000 });
    expect(got.closedBySilence).toBe(planted.closedBySilence);
    expect(got.weeks.map(({ week, rework, onTime, ...m }) => ({ week: week.id, ...m, reworkShare: m.throughput === 0 ? null : rework / m.throughput, onTimeShare: m.throughput === 0 ? null : onTime! / m.throughput }))).toEqual(
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
