import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { quantile } from '../../../maths/statistics/index.ts';
import { type EngineConnection, openEngine } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../../event-logs/index.ts';

/** A step as a test writes it: minutes after 2026-03-27T00:00Z (a Friday before the clocks change); `start` null where it is not known. */
export interface TestStep { readonly case: number; readonly activity: string; readonly resource: string; readonly start: number | null; readonly end: number }

export const beginning = Date.UTC(2026, 2, 27);
export const instantOf = (minutes: number) => beginning + minutes * 60_000;

/** Steps of a few cases over four days, many at one instant, some without a start. */
export const steps = (starts: boolean): fc.Arbitrary<TestStep[]> => fc.array(fc.record({
  case: fc.integer({ min: 1, max: 8 }), activity: fc.constantFrom('a', 'b', "c's", 'd'), resource: fc.constantFrom('x', 'y', 'z'),
  end: fc.oneof(fc.integer({ min: 0, max: 5760 }), fc.integer({ min: 0, max: 8 }).map((n) => n * 720)), length: fc.constantFrom(null, 0, 1, 30, 720, 1500),
}).map(({ length, ...s }): TestStep => ({ ...s, start: !starts || length === null ? null : s.end - length })), { minLength: 1, maxLength: 60, size: 'max' });

/** A folder with an engine, for logs that a test writes. */
export async function testLogs() {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-performance-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const c: EngineConnection = await engine.connect();
  let n = 0;
  return {
    c,
    connect: () => engine.connect(),
    /** Imports rows of a CSV file; `mapping` beside case, activity and time. */
    import: async (head: string, rows: readonly string[], mapping: Record<string, unknown> = {}): Promise<DatasetVersion> => {
      const path = join(dir, `${n++}.csv`);
      writeFileSync(path, `${head}\n${rows.join('\n')}\n`);
      const { version } = await importLog({ dir, source: { path }, mode: 'replace', mapping: { case: 'case', activity: 'activity', time: 'time', ...mapping }, pseudonym: (name) => name });
      return version;
    },
    close: async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); },
  };
}

export type TestLogs = Awaited<ReturnType<typeof testLogs>>;

const iso = (minutes: number) => new Date(instantOf(minutes)).toISOString();

/** The steps as a log with a start column, or without. */
export async function importSteps(logs: TestLogs, list: readonly TestStep[], mapping: Record<string, unknown> = {}): Promise<DatasetVersion> {
  const starts = list.some((s) => s.start !== null);
  const rows = list.map((s) => [`k${s.case}`, s.activity, iso(s.end), s.resource, ...(starts ? [s.start === null ? '' : iso(s.start)] : [])].join(','));
  return logs.import(`case,activity,time,who${starts ? ',begun' : ''}`, rows, { resource: 'who', personal: [], ...(starts ? { start: 'begun' } : {}), ...mapping });
}

/** A step with what went before it, as the steps' docstring says. */
export interface Followed extends TestStep { readonly at: number; readonly row: number; readonly previous: Followed | null }

/** For each step of each case the one that completed last when it began, worked out one by one. */
export function followed(list: readonly TestStep[]): Followed[] {
  const all = list.map((s, row) => ({ ...s, at: s.start ?? s.end, row, previous: null as Followed | null }));
  const moment = (s: { at: number; end: number }) => s.at === s.end;
  for (const s of all) {
    const before = all.filter((o) => o !== s && o.case === s.case && (o.end < s.at || (o.end === s.at && (!moment(o) || !moment(s) || o.row < s.row))));
    // Of those that completed at one instant, spans come before moments, and each in the order of the file.
    before.sort((x, y) => x.end - y.end || Number(moment(x)) - Number(moment(y)) || x.row - y.row);
    s.previous = before.at(-1) ?? null;
  }
  return all;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
