import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { byText, namesOf, someNames } from '../../event-logs/questions/names.ts';
import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** Steps that follow another, by whether the same resource goes on with the case. */
export interface HandOvers {
  /** Steps of which this and the previous resource are known; those of which either is not. */
  readonly known: number;
  readonly unknown: number;
  readonly changed: number;
  readonly waitChanged: Times | null;
  readonly waitSame: Times | null;
  readonly workingWaitChanged: Times | null;
  readonly workingWaitSame: Times | null;
}

/** Which function does an activity, or works as a resource; by name. What an activity says goes before what its resource says. */
export interface FunctionsOf {
  readonly activities?: Readonly<Record<string, string>>;
  readonly resources?: Readonly<Record<string, string>>;
}

/** Cases that one function, or one resource, hands to another. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly handOvers: number;
  readonly cases: number;
  readonly wait: Times;
  readonly workingWait: Times | null;
}

interface RawHands { readonly known: number; readonly unknown: number; readonly changed: number; readonly c: RawTimes; readonly s: RawTimes }

/** How often the work on a case changes hands, and whether cases wait longer then. A figure about steps: no resource is named. */
export async function handOvers({ c, table, options }: Steps): Promise<HandOvers> {
  // One column at a time, since quantiles hold every value until they are worked out.
  const both = async (column: string) => (await c.rows<RawHands>(`SELECT count(same) AS known, count(*) - count(same) AS unknown, count(*) FILTER (NOT same) AS changed, ${timesSql('CASE WHEN NOT same THEN t END', 'c')}, ${timesSql('CASE WHEN same THEN t END', 's')}
    FROM (SELECT ${column} AS t, resource = previous_resource AS same FROM ${table} WHERE previous IS NOT NULL)`, [], options))[0]!;
  const [elapsed, working] = [await both('wait'), await both('worked_wait')];
  return { known: elapsed.known, unknown: elapsed.unknown, changed: elapsed.changed, waitChanged: timesOf(elapsed.c), waitSame: timesOf(elapsed.s), workingWaitChanged: timesOf(working.c), workingWaitSame: timesOf(working.s) };
}

/** How many resources did any of the steps. */
export async function resourceCount({ c, table, options }: Steps): Promise<number> {
  return (await c.rows<{ n: number }>(`SELECT count(DISTINCT resource) AS n FROM ${table}`, [], options))[0]!.n;
}

/** Hand-overs between resources, the `limit` with the most waiting; null where resources are persons, who are never set side by side. */
export async function resourceHandOvers({ c, version, table, options }: Steps, limit: number): Promise<HandOver[] | null> {
  if (isPersonal(version, 'resource')) return null;
  const rows = await c.rows<RawPair>(resourcePairs(table, limit), [], options);
  const names = await someNames(c, version, 'resource', rows.flatMap((r) => [r.a, r.b]));
  return rows.map((r) => handOver(r, names.get(r.a)!, names.get(r.b)!));
}

/** The same of many pairs, in chunks. */
export async function* manyResourceHandOvers({ c, version, table, options }: Steps, limit: number): AsyncGenerator<HandOver[]> {
  if (isPersonal(version, 'resource')) return;
  const names = await namesOf(c, version, 'resource');
  for await (const rows of c.stream<RawPair>(resourcePairs(table, limit), [], options)) yield rows.map((r) => handOver(r, names[r.a]!, names[r.b]!));
}

interface RawPair { readonly a: number; readonly b: number; readonly n: number; readonly cases: number; readonly w: RawTimes; readonly ww: RawTimes }

function handOver(r: RawPair, from: string, to: string): HandOver {
  return { from, to, handOvers: r.n, cases: r.cases, wait: timesOf(r.w)!, workingWait: timesOf(r.ww) };
}

/** Only of the pairs that are told is more than the total found. */
function resourcePairs(table: string, limit: number): string {
  return `WITH most AS MATERIALIZED (SELECT previous_resource AS a, resource AS b, coalesce(sum(worked_wait), sum(wait)) AS total FROM ${table} WHERE previous_resource <> resource GROUP BY ALL ORDER BY total DESC, a, b LIMIT ${limit})
    SELECT a, b, count(*) AS n, count(DISTINCT "case") AS cases, ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')} FROM ${table} JOIN most ON previous_resource = a AND resource = b GROUP BY a, b ORDER BY any_value(total) DESC, a, b`;
}

/** Hand-overs between functions, those with the most waiting first, and how many steps belong to no function that was named. */
export async function functionHandOvers({ c, version, table, options }: Steps, of: FunctionsOf): Promise<{ readonly handOvers: HandOver[]; readonly unmapped: number }> {
  const functions = [...new Set([...Object.values(of.activities ?? {}), ...Object.values(of.resources ?? {})])].sort(byText);
  const byActivity = await mapped('activity', of.activities ?? {});
  const byResource = await mapped('resource', of.resources ?? {});
  const sides = `FROM (SELECT s.*, coalesce(ta.f, tr.f) AS "to", coalesce(fa.f, fr.f) AS "from" FROM ${table} s
    LEFT JOIN ${byActivity} ta ON ta.code = s.activity LEFT JOIN ${byResource} tr ON tr.code = s.resource
    LEFT JOIN ${byActivity} fa ON fa.code = s.previous LEFT JOIN ${byResource} fr ON fr.code = s.previous_resource)`;
  const rows = await c.rows<RawPair>(`SELECT "from" AS a, "to" AS b, count(*) AS n, count(DISTINCT "case") AS cases, ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')}
    ${sides} WHERE "from" <> "to" GROUP BY "from", "to"`, [], options);
  const [rest] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} s LEFT JOIN ${byActivity} ta ON ta.code = s.activity LEFT JOIN ${byResource} tr ON tr.code = s.resource WHERE ta.f IS NULL AND tr.f IS NULL`, [], options);
  const found = rows.map((r) => handOver(r, functions[r.a]!, functions[r.b]!));
  return { handOvers: found.sort((x, y) => y.wait.total - x.wait.total || byText(x.from, y.from) || byText(x.to, y.to)), unmapped: rest!.n };

  async function mapped(column: string, functionOf: Readonly<Record<string, string>>): Promise<string> {
    const codes = new Map((await namesOf(c, version, column)).map((name, code) => [name, code]));
    const known = Object.entries(functionOf).flatMap(([name, f]) => { const code = codes.get(name); return code === undefined ? [] : [`(${code}, ${functions.indexOf(f)})`]; });
    return known.length === 0 ? '(SELECT NULL::INTEGER AS code, NULL::INTEGER AS f WHERE false)' : `(SELECT * FROM (VALUES ${known.join(', ')}) m(code, f))`;
  }
}
