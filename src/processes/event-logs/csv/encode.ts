import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { attributeColumn, literal, type Stage, type StageAttribute, type StageType } from '../stage/model.ts';
import type { CsvPlan } from './plan.ts';
import type { Formats } from './raw-sql.ts';
import { zoneSql } from './time-sql.ts';

/** More different texts than this are kept as texts: codes would only make a second copy of them. */
const MOST_CODES = 50_000;
const VALID = 'k IS NOT NULL AND a IS NOT NULL AND t IS NOT NULL';

interface Coded {
  /** Column of csv_raw, and name in the dictionary. */
  readonly raw: string;
  readonly name: string;
}

export interface Encoded {
  readonly stage: Stage;
  readonly zoneless: { readonly times: number; readonly gaps: number; readonly ambiguous: number };
  readonly startsDropped: number;
}

/** Makes the stage of `csv_raw`: dictionaries in order of first use, and `stage_events` and `stage_cases` as views that encode on the fly. */
export async function encodeStage(c: EngineConnection, plan: CsvPlan, formats: Formats, signal: AbortSignal | undefined): Promise<Encoded> {
  const types = await stageTypes(c, plan, formats, signal);
  const roles: (Coded | null)[] = [{ raw: 'k', name: 'case' }, { raw: 'a', name: 'activity' }, plan.lifecycle === null ? null : { raw: 'l', name: 'lifecycle' }, plan.resource === null ? null : { raw: 'r', name: 'resource' }, plan.instance === null ? null : { raw: 'i', name: 'instance' }];
  const coded = [...roles.filter((r) => r !== null), ...plan.attributes.flatMap((a, n) => (types[n] === 'code' ? [{ raw: `p${n}`, name: `@${a.name}` }] : []))];
  await c.run('CREATE TABLE stage_dictionary ("column" VARCHAR NOT NULL, code INTEGER NOT NULL, value VARCHAR NOT NULL)');
  for (const { raw, name } of coded) {
    await c.run(`CREATE TABLE d_${raw} AS SELECT v, CAST(row_number() OVER (ORDER BY f) - 1 AS INTEGER) AS code FROM (SELECT ${raw} AS v, min(rowid) AS f FROM csv_raw WHERE ${VALID} AND ${raw} IS NOT NULL GROUP BY ${raw})`, [], { signal });
    await c.run(`INSERT INTO stage_dictionary SELECT ?, code, v FROM d_${raw} ORDER BY code`, [name], { signal });
  }
  const zone = await zoneOffsets(c, plan, formats);
  const attributes = plan.attributes.map((a, n): StageAttribute & { n: number; of: string } => ({ name: a.name, type: types[n]!, n, of: a.of }));
  const [events, cases] = (['event', 'case'] as const).map((of) => attributes.filter((a) => a.of === of)) as [typeof attributes, typeof attributes];
  const value = (a: { n: number; type: StageType }) => (a.type === 'code' ? `d_p${a.n}.code` : formats.types[a.n] === 'time' ? zone.instant(`p${a.n}`, `p${a.n}o`) : `p${a.n}`);
  const join = (raw: string, kind: 'JOIN' | 'LEFT JOIN' = 'LEFT JOIN') => `${kind} d_${raw} ON csv_raw.${raw} = d_${raw}.v`;
  const start = plan.start === null ? '' : `, CASE WHEN ${zone.instant('s', 'so')} <= ${zone.instant('t', 'o')} THEN ${zone.instant('s', 'so')} END AS "start"`;
  const code = (raw: string, used: boolean) => (used ? `d_${raw}.code` : 'NULL::INTEGER');
  await c.run(`CREATE VIEW stage_events AS SELECT csv_raw.rowid AS "row", d_k.code AS "case", d_a.code AS activity, ${zone.instant('t', 'o')} AS "time", ${zone.offset('t', 'o')}::SMALLINT AS "offset"`
    + `, ${code('l', plan.lifecycle !== null)} AS lifecycle, ${code('r', plan.resource !== null)} AS resource, ${code('i', plan.instance !== null)} AS instance${start}`
    + events.map((a) => `, ${value(a)} AS ${attributeColumn(a.name)}`).join('')
    + ` FROM csv_raw ${join('k', 'JOIN')} ${join('a', 'JOIN')} ${roles.slice(2).flatMap((r) => (r === null ? [] : [join(r.raw)])).join(' ')} ${events.filter((a) => a.type === 'code').map((a) => join(`p${a.n}`)).join(' ')} WHERE t IS NOT NULL`);
  await c.run(`CREATE VIEW stage_cases AS SELECT d_k.code AS "case"${cases.map((a) => `, ${value(a)} AS ${attributeColumn(a.name)}`).join('')}, csv_raw.rowid AS "row"`
    + ` FROM csv_raw ${join('k', 'JOIN')} ${cases.filter((a) => a.type === 'code').map((a) => join(`p${a.n}`)).join(' ')} WHERE ${VALID}`);
  const strip = ({ name, type }: StageAttribute) => ({ name, type });
  return {
    stage: {
      columns: { lifecycle: plan.lifecycle !== null, resource: plan.resource !== null, instance: plan.instance !== null, start: plan.start !== null },
      eventAttributes: events.map(strip), caseAttributes: cases.map(strip),
    },
    zoneless: zone.counts,
    startsDropped: plan.start === null ? 0 : (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM csv_raw WHERE ${VALID} AND (sx IS NOT NULL OR ${zone.instant('s', 'so')} > ${zone.instant('t', 'o')})`))[0]!.n,
  };
}

async function stageTypes(c: EngineConnection, plan: CsvPlan, formats: Formats, signal: AbortSignal | undefined): Promise<StageType[]> {
  const texts = plan.attributes.map((a, n) => ({ a, n })).filter(({ a, n }) => formats.types[n] === 'text' && !a.personal);
  const [counts = {}] = texts.length === 0 ? [] : await c.rows<Record<string, number>>(`SELECT ${texts.map(({ n }) => `approx_count_distinct(p${n}) AS n${n}`).join(', ')} FROM csv_raw`, [], { signal });
  const of = { number: 'double', integer: 'integer', boolean: 'boolean', time: 'timestamp' } as const;
  return formats.types.map((type, n) => (type === 'text' ? ((counts[`n${n}`] ?? 0) > MOST_CODES ? 'text' : 'code') : of[type]));
}

interface ZoneOffsets {
  /** SQL of the UTC instant of a local time and its offset, which may be null. */
  instant(local: string, offset: string): string;
  offset(local: string, offset: string): string;
  readonly counts: { times: number; gaps: number; ambiguous: number };
}

async function zoneOffsets(c: EngineConnection, plan: CsvPlan, formats: Formats): Promise<ZoneOffsets> {
  const locals = ['t', ...(plan.start === null ? [] : ['s']), ...plan.attributes.flatMap((_, n) => (formats.types[n] === 'time' ? [`p${n}`] : []))];
  const offsetOf = (local: string) => (local === 't' ? 'o' : local === 's' ? 'so' : `${local}o`);
  const bounds = await c.rows<{ local: string; n: number; zoned: number; lo: number | null; hi: number | null }>(
    locals.map((l) => `SELECT ${literal(l)} AS local, count(*) FILTER (${offsetOf(l)} IS NULL) AS n, count(${offsetOf(l)}) AS zoned, min(epoch_ms(${l})) AS lo, max(epoch_ms(${l})) AS hi FROM csv_raw WHERE ${VALID} AND ${l} IS NOT NULL`).join(' UNION ALL '));
  const by = new Map(bounds.map((b) => [b.local, b]));
  const zoned = (l: string) => zoneSql(l, plan.zone, by.get(l)?.lo ?? 0, by.get(l)?.hi ?? 0);
  const minutes = (local: string, offset: string): string => {
    const b = by.get(local);
    if (b === undefined || b.n === 0) return offset;
    const own = zoned(local).offset;
    return b.zoned === 0 ? own : `coalesce(${offset}, ${own})`;
  };
  const counts = { times: by.get('t')?.n ?? 0, gaps: 0, ambiguous: 0 };
  if (counts.times > 0 && plan.zone !== 'UTC') {
    const { gap, ambiguous } = zoned('t');
    [{ gaps: counts.gaps, ambiguous: counts.ambiguous } = { gaps: 0, ambiguous: 0 }] = await c.rows<{ gaps: number; ambiguous: number }>(`SELECT count(*) FILTER (${gap}) AS gaps, count(*) FILTER (${ambiguous}) AS ambiguous FROM csv_raw WHERE ${VALID} AND o IS NULL`);
  }
  return {
    counts,
    offset: minutes,
    instant: (local, offset) => {
      const m = minutes(local, offset);
      return m === '0' ? local : `make_timestamp(epoch_us(${local}) - ${m}::BIGINT * 60000000)`;
    },
  };
}
