import { localDay } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../../event-logs/index.ts';
import { relations } from '../../event-logs/index.ts';
import type { SimulatedWindow, SimulationRules } from '../model.ts';
import { wholeWeeks } from '../outcome.ts';
import type { Observed } from '../validate.ts';
import { create, dropTables, makeSteps, type Session } from './tables.ts';

/** The first and last instant of a log, in milliseconds; null for an empty one. */
export async function spanOf(c: EngineConnection, version: DatasetVersion, options: RunOptions): Promise<{ first: number; last: number } | null> {
  const [row] = await c.rows<{ first: number | null; last: number | null }>(`SELECT epoch_ms(min("first")) AS first, epoch_ms(max("last")) AS last FROM ${relations(version).cases}`, [], options);
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}

const thin = 0.1, dayMs = 86_400_000;

/**
 * Until when cases begin in a log, in milliseconds: its last instant, or the last beginning before a tail of a week or more in which hardly
 * any case begins (a week has less than a tenth of the median week). Such a log was taken by when cases began; in its tail those under way end, and nobody comes.
 */
export async function intakeUntil(c: EngineConnection, version: DatasetVersion, { first, last }: { first: number; last: number }, options: RunOptions): Promise<number> {
  const week = 7 * dayMs, weeks = Math.max(1, Math.floor((last - first) / week));
  const rows = await c.rows<{ back: number; n: number; latest: number }>(`SELECT (${last} - epoch_ms("first")) // ${week} AS back, count(*) AS n, max(epoch_ms("first")) AS latest FROM ${relations(version).cases} GROUP BY back ORDER BY back`, [], options);
  const counts = rows.filter((r) => r.back < weeks).map((r) => r.n).sort((a, b) => a - b);
  const usual = counts[counts.length >> 1] ?? 0;
  const busy = rows.find((r) => r.n >= thin * usual);
  return busy === undefined || last - busy.latest < week ? last : busy.latest;
}

const mostCases = 20_000;

/** What really happened in windows of a log, as known at its end; and until when a case without an end is known to be over. */
export async function observe(c: EngineConnection, version: DatasetVersion, rules: SimulationRules, span: { first: number; last: number }, windowsOf: (settledUntil: number) => readonly SimulatedWindow[], options: RunOptions): Promise<Observed[]> {
  const s: Session = { c, version, rules, stretch: { from: span.first, until: span.last + 1 }, options };
  try {
    const { closedAfterUs } = await makeSteps(s);
    const out: Observed[] = [];
    await create(s, 'sim_ready', 'SELECT k, begun, coalesce(ended, CASE WHEN over THEN last END) AS done FROM sim_cases');
    for (const window of windowsOf(rules.ends.length > 0 ? span.last : span.last - closedAfterUs / 1000)) out.push(await observed(s, window));
    return out;
  } finally {
    await dropTables(c);
  }
}

async function observed(s: Session, window: SimulatedWindow): Promise<Observed> {
  const inside = `done >= ${window.from * 1000} AND done < ${window.until * 1000}`;
  const weeks = wholeWeeks(s.rules.zone, window);
  const rows = await s.c.rows<{ t: number; done: number }>(`SELECT (done - begun) / 1e6 AS t, done / 1000 AS done FROM sim_ready WHERE ${inside} ORDER BY hash(k), k LIMIT ${mostCases}`, [], s.options);
  const counts = weeks.length === 0 ? [] : await s.c.rows<{ i: number; n: number; begun: number }>(`SELECT i, count(*) FILTER (done >= "from" AND done < "to") AS n, count(*) FILTER (begun >= "from" AND begun < "to") AS begun FROM (VALUES ${weeks.map((w, i) => `(${i}, ${w.start * 1000}, ${w.end * 1000})`).join(', ')}) w(i, "from", "to") LEFT JOIN sim_ready ON (done >= "from" AND done < "to") OR (begun >= "from" AND begun < "to") GROUP BY i ORDER BY i`, [], s.options);
  const sorted = (of: typeof rows) => Float64Array.from(of, (r) => r.t).sort();
  const even = ({ done }: { done: number }) => weeks.findIndex((w) => done >= w.start && done < w.end) % 2 === 0;
  const [work] = await s.c.rows<{ us: number | null }>(`SELECT sum(e - s) FILTER (s >= ${window.from * 1000} AND s < ${window.until * 1000}) AS us FROM sim_steps WHERE s IS NOT NULL`, [], s.options);
  return { workHours: work?.us == null ? null : work.us / 3.6e9, cycleTimes: sorted(rows), halves: [sorted(rows.filter(even)), sorted(rows.filter((r) => !even(r)))],
    latest: weeks.length < 4 ? new Float64Array() : sorted(rows.filter((r) => r.done >= weeks[weeks.length - Math.floor(weeks.length / 4)]!.start)),
    weekly: counts.map((x) => x.n), begun: counts.map((x, i) => ({ monday: localDay(s.rules.zone, weeks[i]!.start), begun: x.begun })) };
}
