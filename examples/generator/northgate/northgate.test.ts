import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, london } from '../civil-time.ts';
import { hashes, sampleSize, type Manifest } from '../generate.ts';
import { companyFolder, logFiles } from './folder.ts';
import { defaultSeed, processRules } from './scenario.ts';
import type { Truth } from './truth.ts';

const folder = fileURLToPath(new URL('../../northgate/', import.meta.url));
const bytes = (name: string): Buffer => readFileSync(`${folder}${name}`);
const content = (name: string): string => (name.endsWith('.gz') ? gunzipSync(bytes(name)) : bytes(name)).toString();
const manifest = JSON.parse(content('manifest.json')) as Manifest;
const truth = JSON.parse(content('truth.json')) as Truth;

describe('the committed company', () => {
  test('is what the generator wrote, file for file', () => {
    expect(manifest).toMatchObject({ seed: defaultSeed, size: 1 });
    const names = Object.keys(manifest.files);
    expect(names).toContain('logs/orders.csv.gz');
    for (const name of names) expect(`${name} ${createHash('sha256').update(content(name)).digest('hex')}`).toBe(`${name} ${manifest.files[name]}`);
    const present = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => statSync(`${folder}${n}`).isFile());
    expect(present.sort()).toEqual([...names, 'manifest.json'].sort());
  });

  test('stays under 10 MB', () => {
    const sum = [...Object.keys(manifest.files), 'manifest.json'].reduce((total, name) => total + bytes(name).length, 0);
    expect(sum).toBeLessThan(10_000_000);
  });

  test('comes from today’s generator: a fiftieth of it, made again, has the recorded hashes', () => {
    const again = companyFolder(defaultSeed, sampleSize);
    expect(hashes(again)).toEqual(manifest.sample);
    expect(hashes(logFiles(defaultSeed + 1, sampleSize))['logs/orders.csv.gz']).not.toBe(manifest.sample['logs/orders.csv.gz']);
  }, 120_000);
});

/** Rows of a log as the file has them, read here without any code of the generator's or the product's. */
interface Row {
  readonly id: string;
  readonly activity: string;
  readonly start: number;
  readonly complete: number;
  readonly fields: readonly string[];
}

function rows(file: string): Row[] {
  const [head, ...lines] = content(file).trimEnd().split('\n');
  const columns = head!.split(',');
  const [activity, start, complete] = ['activity', 'started_at', 'completed_at'].map((c) => columns.indexOf(c)) as [number, number, number];
  return lines.map((line) => {
    const fields = line.split(',');
    return { id: fields[0]!, activity: fields[activity]!, start: instant(fields[start]!), complete: instant(fields[complete]!), fields };
  });
}

const offsets = new Map<string, string>();
const summer = (date: string): string => {
  let offset = offsets.get(date);
  if (offset === undefined) {
    const noon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(Date.parse(`${date}T12:00Z`));
    offset = noon === '13' ? '+01:00' : '+00:00';
    offsets.set(date, offset);
  }
  return offset;
};

function instant(text: string): number {
  const iso = text.includes('/') ? `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11)}` : text.replace(' ', 'T');
  return Date.parse(iso.length > 19 ? iso : `${iso}${summer(iso.slice(0, 10))}`) / 1000;
}

describe.each(truth.processes.map((p) => [p.process, p] as const))('the log of %s', (process, planted) => {
  const all = rows(planted.log);
  const cases = grouped(all);

  test('has the planted counts', () => {
    const count = (list: Iterable<string>): Record<string, number> => {
      const found: Record<string, number> = {};
      for (const w of list) found[w] = (found[w] ?? 0) + 1;
      return found;
    };
    expect(planted.counts.events).toBe(all.length);
    expect(planted.counts.cases).toBe(cases.size);
    expect(planted.counts.byActivity).toEqual(count(all.map((r) => r.activity)));
    expect(planted.counts.activities).toBe(new Set(all.map((r) => r.activity)).size);
    expect(planted.counts.variants).toBe(new Set([...cases.values()].map((c) => c.map((r) => r.activity).join('|'))).size);
    expect(planted.counts.start).toEqual(count([...cases.values()].map((c) => c[0]!.activity)));
    expect(planted.counts.end).toEqual(count([...cases.values()].map((c) => c.at(-1)!.activity)));
  });

  test('is in order, ends before the as-of time and never completes before it starts', () => {
    const asOf = london('2026-11-09T10:05');
    expect(all.every((r) => r.start <= r.complete && r.complete <= asOf)).toBe(true);
    for (const c of cases.values()) expect(c.every((r, i) => i === 0 || c[i - 1]!.complete <= r.complete)).toBe(true);
  });

  test('has the planted measures in a week of summer and in the last complete week', () => {
    const ends = new Set(planted.ends);
    const asOf = london('2026-11-09T10:05');
    const views = [...cases.values()].map((c) => {
      const end = c.find((r) => ends.has(r.activity))?.complete;
      const last = c.at(-1)!.complete;
      return { first: c[0]!.complete, done: end ?? (asOf - last >= planted.closedAfterSeconds ? last : Number.POSITIVE_INFINITY), repeats: new Set(c.map((r) => r.activity)).size < c.length };
    });
    for (const [week, monday] of [['2026-W28', '2026-07-06'], ['2026-W45', '2026-11-02']] as const) {
      const [from, to] = [london(monday), monday === '2026-07-06' ? london('2026-07-13') : london('2026-11-09')];
      const done = views.filter((v) => v.done >= from && v.done < to);
      const times = done.map((v) => v.done - v.first).sort((a, b) => a - b);
      const at = (p: number): number => {
        const h = (times.length - 1) * p;
        return times[Math.floor(h)]! * (1 - (h % 1)) + times[Math.ceil(h)]! * (h % 1);
      };
      const w = planted.weeks.find((x) => x.week === week)!;
      expect(w.throughput).toBe(done.length);
      expect(w.cycleMedian).toBeCloseTo(at(0.5), 6);
      expect(w.cycleP90).toBeCloseTo(at(0.9), 6);
      expect(w.workInProgress).toBe(views.filter((v) => v.first < to && v.done >= to).length);
      expect(w.reworkShare).toBeCloseTo(done.filter((v) => v.repeats).length / done.length, 12);
      expect(w.onTimeShare).toBeCloseTo(done.filter((v) => v.done - v.first <= planted.targetSeconds).length / done.length, 12);
    }
  });

  test('keeps its books: week by week, work in progress grows by what started less what was completed', () => {
    const weeks = planted.weeks;
    expect(weeks).toHaveLength(52);
    weeks.forEach((w, i) => expect(w.workInProgress).toBe((weeks[i - 1]?.workInProgress ?? 0) + w.started - w.throughput));
    expect(processRules.some((r) => r.model.id === process)).toBe(true);
  });
});

function grouped(all: readonly Row[]): Map<string, Row[]> {
  const cases = new Map<string, Row[]>();
  for (const row of all) {
    const of = cases.get(row.id);
    if (of === undefined) cases.set(row.id, [row]);
    else of.push(row);
  }
  return cases;
}

describe('what is planted shows in the logs', () => {
  const orders = rows('logs/orders.csv.gz');
  const between = (activity: string, from: string, to: string): Row[] => orders.filter((r) => r.activity === activity && r.start >= london(from) && r.start < london(to));

  test('a stop of the warehouse system stops the picking', () => {
    expect(between('Pick goods', '2025-12-02T09:20', '2025-12-02T13:50')).toEqual([]);
    expect(between('Pick goods', '2025-12-03T09:20', '2025-12-03T13:50').length).toBeGreaterThan(40);
    expect(between('Pick goods', '2026-11-09T09:42', '2026-11-09T10:05')).toEqual([]);
  });

  test('a stop of the web shop stops web orders and no others', () => {
    const during = between('Receive order', '2026-01-14T10:05', '2026-01-14T15:40').map((r) => r.fields[1]);
    expect(during).not.toContain('Web');
    expect(during.filter((c) => c === 'EDI').length).toBeGreaterThan(5);
  });

  test('a slow warehouse system makes picking longer', () => {
    const mean = (list: Row[]): number => list.reduce((sum, r) => sum + r.complete - r.start, 0) / list.length;
    const ratio = mean(between('Pick goods', '2026-10-13T08:50', '2026-10-13T13:10')) / mean(between('Pick goods', '2026-10-14T08:50', '2026-10-14T13:10'));
    expect(ratio).toBeGreaterThan(1.4);
    expect(ratio).toBeLessThan(2.3);
  });

  test('the nine incidents have the planted kinds of effect', () => {
    const total = (id: string, field: 'delayHours' | 'lostStarts' | 'lostCases' | 'shiftedStarts' | 'delayedCases' | 'blockedStarts'): number => Object.values(truth.stops.find((s) => s.id === id)!.effects).reduce((sum, e) => sum + e[field], 0);
    expect(truth.stops.filter((s) => s.id.startsWith('INC'))).toHaveLength(9);
    expect(total('INC-2025-1202', 'delayHours')).toBeGreaterThan(1000);
    expect(total('INC-2025-1202', 'lostStarts') + total('INC-2025-1202', 'lostCases')).toBe(0);
    expect(total('INC-2026-0114', 'lostStarts')).toBeGreaterThan(15);
    expect(total('INC-2026-0420', 'shiftedStarts')).toBeGreaterThan(5 * total('INC-2026-0420', 'lostStarts'));
    expect(total('INC-2026-0618', 'lostCases')).toBeGreaterThan(30);
    for (const field of ['delayHours', 'lostStarts', 'lostCases', 'blockedStarts', 'delayedCases'] as const) expect(total('INC-2026-0311', field)).toBe(0);
  });

  test('one initiative took a fifth off the hands-on time of its step and one took nothing', () => {
    const [worked, did] = truth.initiatives;
    expect(worked!.touchMinutesMean / worked!.touchMinutesMeanWithout).toBeCloseTo(0.8, 2);
    expect(did!.touchMinutesMean).toBe(did!.touchMinutesMeanWithout);
    const leeds = (from: string, to: string): number[] => between('Pick goods', from, to).filter((r) => r.fields[2] === 'Leeds').map((r) => r.complete - r.start);
    const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
    expect(mean(leeds('2026-06-15', '2026-10-01')) / mean(leeds('2026-01-05', '2026-05-18'))).toBeCloseTo(0.8, 1);
  });

  test('the second approval of small purchases never changes anything, and is the only one', () => {
    const small = truth.approvals.find((a) => a.activity === 'Approve small purchase again')!;
    const purchases = rows('logs/purchases.csv.gz');
    const outcomes = new Map<string, number>();
    let altered = 0;
    purchases.forEach((r, i) => {
      if (r.activity !== small.activity) return;
      const next = purchases[i + 1];
      const before = purchases[i - 1]!;
      expect(before.activity).toBe('Approve requisition');
      if (before.fields[4] !== r.fields[4]) altered += 1;
      const what = next !== undefined && next.id === r.id ? next.activity : 'still open';
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    });
    expect(small).toMatchObject({ changed: 0, n: [...outcomes.values()].reduce((a, b) => a + b, 0) });
    expect(small.n).toBeGreaterThan(2500);
    expect([...outcomes.keys()].sort()).toEqual(['Create purchase order', 'still open']);
    expect(altered).toBe(0);
    expect(truth.approvals.filter((a) => a.changed === 0)).toHaveLength(1);
    for (const a of truth.approvals.filter((other) => other !== small)) expect(a.changed / a.n).toBeGreaterThan(0.015);
  });

  test('availability of the warehouse system is the one worked out by hand', () => {
    const wms = truth.services.find((s) => s.service === 'wms')!.windows['whole period']!;
    // 52 weeks of six days from 05:00 to 22:00, and the last Monday from 05:00 to 10:05.
    expect(wms.serviceSeconds).toBe((52 * 6 * 17 + 5) * HOUR + 5 * 60);
    expect(wms.maintenanceSeconds).toBe(4 * HOUR);
    expect(wms.unplannedSeconds).toBe(4.5 * HOUR + (4 * 60 + 20) * 60 + 23 * 60);
    expect(wms.availability).toBeCloseTo(1 - wms.unplannedSeconds / (wms.serviceSeconds - wms.maintenanceSeconds), 12);
    const carrier = truth.services.find((s) => s.service === 'carrier-booking')!.windows['whole period']!;
    expect(carrier.unplannedSeconds).toBe((8 * 60 + 35) * 60);
    const shop = truth.services.find((s) => s.service === 'web-shop')!.windows['whole period']!;
    expect(shop.serviceSeconds).toBe(364 * DAY + 10 * HOUR + 5 * 60);
    expect(shop.unplannedSeconds).toBe((5 * 60 + 35 + 150) * 60);
  });
});
