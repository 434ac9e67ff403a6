import { weeksBetween } from '../../maths/time/index.ts';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { instantSql } from '../clock/index.ts';
import { filterSql } from '../event-logs/questions/filter.ts';
import { namesOf } from '../event-logs/questions/names.ts';
import { type DatasetVersion, relations } from '../event-logs/versions/index.ts';
import { type RawTimes, timesOf, timesSql } from '../performance/steps/model.ts';
import { withHandOvers, type HandOverQuestion, type HandOvers } from './hand-overs.ts';
import { horizonShare, wholeRecord, windowOf, type EdgeFigures, type Partners, type Senders, type Side, type StepWaits, type Waits, type Window, type WeekOfWaits } from './model.ts';

/** Above so many hand-overs in the window its waits are not held in memory. */
const mostWaits = 1_000_000;

/** All figures of an edge; weeks and months are of `zone`. */
export async function measureEdge(c: EngineConnection, question: HandOverQuestion, zone: string): Promise<EdgeFigures> {
  return withHandOvers(c, question, async (h) => {
    const { asOf, from, to } = question;
    const [extent] = await c.rows<{ first: number | null; p99: number | null }>(`SELECT epoch_ms(min(entered)) AS first, quantile_cont(wait, ${horizonShare}) / 1e6 AS p99 FROM ${h.handOvers}`, [], h.options);
    const horizonSeconds = question.edge.givenUpAfterSeconds ?? extent?.p99 ?? null;
    const end = Math.min(asOf, Math.max(from.manifest.lastEvent, to.manifest.lastEvent) / 1000);
    const window = windowOf(zone, extent?.first ?? end, end);
    const inWindow = inWindowSql(h, window);
    const [sent, waits] = [await sendersOf(h, horizonSeconds), await waitsOf(h, inWindow)];
    return {
      ...sent, partners: await partnersOf(h), horizonSeconds, whole: await waitsOf(h, h.handOvers), window, inWindow: waits,
      weeks: extent?.first == null ? [] : await weeksOf(h, zone, [extent.first, end]), steps: await stepsOf(h, inWindow, (waits.wait?.n ?? 0) <= mostWaits),
    };
  });
}

/** The hand-overs that were taken up in a window. */
export function inWindowSql({ handOvers }: Pick<HandOvers, 'handOvers'>, { id, start, end }: Window): string {
  return id === wholeRecord ? handOvers : `(SELECT * FROM ${handOvers} WHERE entered >= ${instantSql(start)} AND entered < ${instantSql(end)})`;
}

interface RawWaits { readonly w: RawTimes; readonly ww: RawTimes }
const WAITS = `${timesSql('wait', 'w')}, ${timesSql('worked', 'ww')}`;

async function waitsOf({ c, options }: HandOvers, table: string): Promise<Waits> {
  const [row] = await c.rows<RawWaits>(`SELECT ${WAITS} FROM ${table}`, [], options);
  return { wait: timesOf(row!.w), working: timesOf(row!.ww) };
}

async function stepsOf({ c, question: { from, to }, options }: HandOvers, table: string, held: boolean): Promise<StepWaits[]> {
  const [left, entered] = [await namesOf(c, from, 'activity'), await namesOf(c, to, 'activity')];
  const groups = await c.rows<{ l: number; e: number; n: number; total: number; working: number | null }>(`SELECT left_activity AS l, entered_activity AS e, count(*) AS n, sum(wait) / 1e6 AS total, sum(worked) / 1e6 AS working FROM ${table} GROUP BY l, e ORDER BY l, e`, [], options);
  const lists = new Map(groups.map((g) => [`${g.l} ${g.e}`, { waits: new Float64Array(held ? g.n : 0), at: 0 }]));
  if (held) {
    for await (const rows of c.stream<{ l: number; e: number; wait: number }>(`SELECT left_activity AS l, entered_activity AS e, wait FROM ${table} ORDER BY wait`, [], options)) {
      for (const r of rows) { const list = lists.get(`${r.l} ${r.e}`)!; list.waits[list.at++] = r.wait / 1e6; }
    }
  }
  return groups.map(({ l, e, n, total, working }) => ({ left: left[l]!, entered: entered[e]!, n, total, working, waits: held ? lists.get(`${l} ${e}`)!.waits : null }));
}

/** The cases that could be handed over: a, first and last when they could, the step of the last, and what became of them by now. */
export function sentSql({ question: { asOf, edge }, pairs, leaves, entries }: HandOvers, horizonSeconds: number | null): string {
  const named = edge.from.activities !== null || edge.to.activities !== null;
  const young = horizonSeconds === null ? 'true' : `epoch_us(${instantSql(asOf)}) - epoch_us(s.last) <= ${Math.round(horizonSeconds * 1e6)}`;
  return `(SELECT s.*, CASE WHEN e.entered >= s.first THEN 'takenUp' ${named ? '' : "WHEN e.entered IS NOT NULL THEN 'otherWay'"} WHEN ${young} THEN 'waiting' WHEN s.a IN (SELECT a FROM ${pairs}) THEN 'notTakenUp' ELSE 'noPartner' END AS state
    FROM (SELECT a, min(t) AS first, max(t) AS last, arg_max(activity, t) AS activity FROM ${leaves} GROUP BY a) s LEFT JOIN (SELECT p.a, max(e.t) AS entered FROM ${pairs} p JOIN ${entries} e USING (b) GROUP BY p.a) e ON e.a = s.a)`;
}

async function sendersOf(h: HandOvers, horizonSeconds: number | null): Promise<Pick<EdgeFigures, 'senders' | 'waitingSince'>> {
  const { c, question: { asOf }, options } = h;
  const rows = await c.rows<{ state: keyof Senders; n: number; oldest: number; total: number }>(`SELECT state, count(*) AS n, epoch_ms(min(last)) AS oldest, sum(epoch_us(${instantSql(asOf)}) - epoch_us(last)) / 1e6 AS total FROM ${sentSql(h, horizonSeconds)} GROUP BY state`, [], options);
  const found = new Map(rows.map((r) => [r.state, r]));
  const of = (state: keyof Senders) => found.get(state)?.n ?? 0;
  const waiting = found.get('waiting');
  return { senders: { takenUp: of('takenUp'), otherWay: of('otherWay'), waiting: of('waiting'), notTakenUp: of('notTakenUp'), noPartner: of('noPartner') }, waitingSince: waiting === undefined ? null : { oldest: waiting.oldest, totalSeconds: waiting.total } };
}

async function partnersOf({ c, question: { edge, from, to }, fromKeys, toKeys, pairs, options }: HandOvers): Promise<Partners> {
  const linked = (side: 'a' | 'b', other: 'a' | 'b') => c.rows<{ n: number; several: number }>(`SELECT count(*) AS n, count(*) FILTER (others > 1) AS several FROM (SELECT ${side}, count(${other}) AS others FROM ${pairs} GROUP BY ${side})`, [], options);
  const keyed = (keys: string) => c.rows<{ n: number }>(`SELECT count(DISTINCT "case") AS n FROM ${keys}`, [], options);
  const [[a], [b], [ka], [kb]] = [await linked('a', 'b'), await linked('b', 'a'), await keyed(fromKeys), await keyed(toKeys)];
  return {
    fromCases: await casesOf(c, from, edge.from, options), fromWithKey: ka!.n, fromLinked: a!.n, fromSeveral: a!.several,
    toCases: await casesOf(c, to, edge.to, options), toWithKey: kb!.n, toLinked: b!.n, toSeveral: b!.several,
  };
}

async function casesOf(c: EngineConnection, version: DatasetVersion, { only }: Side, options: HandOvers['options']): Promise<number> {
  const filter = only === null ? null : await filterSql(c, version, { attributes: [{ name: only.attribute, values: only.values }] });
  const [row] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${relations(version).cases} k WHERE ${filter?.where ?? 'true'}`, filter?.values ?? [], options);
  return row!.n;
}

/** The whole weeks from the first hand-over to the newest event, by when cases were taken up; a week without any among them. */
async function weeksOf({ c, question: { asOf }, handOvers, options }: HandOvers, zone: string, [first, end]: readonly [number, number]): Promise<WeekOfWaits[]> {
  const weeks = weeksBetween(zone, first, end + 1).filter((w) => w.end <= asOf);
  if (weeks.length === 0) return [];
  const rows = await c.rows<RawWaits & { i: number }>(`WITH weeks(i, "from", "to") AS (VALUES ${weeks.map((w, i) => `(${i}, ${instantSql(w.start)}, ${instantSql(w.end)})`).join(', ')})
    SELECT i, ${WAITS} FROM ${handOvers} h ASOF JOIN weeks ON h.entered >= weeks."from" WHERE h.entered < weeks."to" GROUP BY i`, [], options);
  const found = new Map(rows.map((r) => [r.i, r]));
  return weeks.map(({ id, monday }, i) => { const r = found.get(i); return { id, monday, wait: r === undefined ? null : timesOf(r.w), working: r === undefined ? null : timesOf(r.ww) }; });
}
