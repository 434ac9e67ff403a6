import { relations } from '../../event-logs/index.ts';
import { attributeColumn, literal } from '../../event-logs/stage/model.ts';
import { calibration } from '../model.ts';
import { create, type Session } from './tables.ts';

/** The case attribute by which work is divided among people, and its values. */
export interface Classes {
  readonly attribute: string | null;
  readonly values: readonly string[];
}

interface Judged { readonly name: string; readonly steps: number }

const mostAttributes = 12, leastShare = 0.2;

/**
 * Finds the attribute of cases that decides who does the work (a warehouse, a branch): people who do an activity see nearly only one value
 * of it, while the activity sees several. Where several do, the one of most steps; classes are its values.
 */
export async function makeClasses(s: Session): Promise<Classes> {
  const candidates = s.version.manifest.caseAttributes.filter((a) => a.type === 'code' && !s.version.manifest.pseudonyms.includes(`@${a.name}`)).slice(0, mostAttributes);
  let best: Judged | null = null;
  for (const { name } of candidates) {
    const steps = await dividedSteps(s, name);
    if (steps > (best?.steps ?? 0)) best = { name, steps };
  }
  const [all] = await s.c.rows<{ n: number }>('SELECT count(*) AS n FROM sim_steps WHERE s IS NOT NULL AND r IS NOT NULL', [], s.options);
  if (best === null || best.steps < leastShare * all!.n) {
    await create(s, 'sim_class', 'SELECT NULL::INTEGER AS k, 0 AS class WHERE false');
    return { attribute: null, values: [''] };
  }
  const r = relations(s.version);
  const column = attributeColumn(best.name);
  const values = await s.c.rows<{ v: number; value: string }>(`SELECT v, value FROM (SELECT ${column} AS v, count(*) AS n FROM ${r.cases} WHERE ${column} IS NOT NULL AND "case" IN (SELECT k FROM sim_cases) GROUP BY v ORDER BY n DESC, v LIMIT ${calibration.mostClasses})
    JOIN (SELECT code, value FROM ${r.dictionary} WHERE "column" = ${literal(`@${best.name}`)}) ON code = v ORDER BY n DESC, v`, [], s.options);
  await classify(s, best.name, values);
  return { attribute: best.name, values: values.map((x) => x.value) };
}

/** Gives each case the class of its value; a value that has none the first. */
async function classify(s: Session, attribute: string, values: readonly { readonly v: number }[]): Promise<void> {
  const of = values.length === 0 ? '0' : `CASE ${attributeColumn(attribute)} ${values.map((x, i) => `WHEN ${x.v} THEN ${i}`).join(' ')} ELSE 0 END`;
  await create(s, 'sim_class', `SELECT "case" AS k, ${of} AS class FROM ${relations(s.version).cases}`);
}

/** The classes that were found before, for the cases of another stretch. */
export async function makeKnownClasses(s: Session, { attribute, values }: Classes): Promise<void> {
  if (attribute === null) return create(s, 'sim_class', 'SELECT NULL::INTEGER AS k, 0 AS class WHERE false');
  const codes = await s.c.rows<{ v: number; value: string }>(`SELECT code AS v, value FROM ${relations(s.version).dictionary} WHERE "column" = ${literal(`@${attribute}`)}`, [], s.options);
  const of = new Map(codes.map(({ v, value }) => [value, v]));
  await classify(s, attribute, values.map((value) => ({ v: of.get(value) ?? -1 })));
}

/** Steps of activities that the attribute divides among people. */
async function dividedSteps(s: Session, attribute: string): Promise<number> {
  const column = attributeColumn(attribute);
  const [row] = await s.c.rows<{ steps: number | null }>(`WITH seen AS (
      SELECT a, r, v, count(*) AS n FROM (SELECT t.a, t.r, c.${column} AS v FROM sim_steps t JOIN ${relations(s.version).cases} c ON c."case" = t.k WHERE t.s IS NOT NULL AND t.r IS NOT NULL AND c.${column} IS NOT NULL) GROUP BY ALL),
    person AS (SELECT a, r, max(n) AS top, sum(n) AS n FROM seen GROUP BY a, r),
    activity AS (SELECT a, sum(top) / sum(n) AS pure, sum(n) AS n FROM person GROUP BY a),
    alone AS (SELECT a, max(n) / sum(n) AS share, count(*) AS vals FROM (SELECT a, v, sum(n) AS n FROM seen GROUP BY a, v) GROUP BY a)
    SELECT sum(n)::DOUBLE AS steps FROM activity JOIN alone USING (a) WHERE pure >= ${calibration.onePlace} AND share <= 0.9 AND vals <= ${calibration.mostClasses}`, [], s.options);
  return row?.steps ?? 0;
}
