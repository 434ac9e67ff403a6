import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { namesOf, someNames } from '../../event-logs/questions/names.ts';
import { attributeColumn, literal, type StageAttribute } from '../../event-logs/stage/model.ts';
import { bucketsTogether, relations } from '../../event-logs/versions/index.ts';
import { fewestPeople } from '../../../platform/personal/index.ts';
import { offsetsSql } from '../../clock/index.ts';
import type { Split } from './split.ts';

export const factorKinds = ['case attribute', 'attribute of the first event', 'activity', 'activity done again', 'variant', 'weekday of the first event', 'hour of the first event'] as const;
export type FactorKind = (typeof factorKinds)[number];

/**
 * Whether it is known of a case when it begins. What is done in it, and in which order, is known at its end only, and is part of the way that
 * took the time: that it goes with being slow or fast says less.
 * @example isKnownAtStart('weekday of the first event') // true
 */
export function isKnownAtStart(kind: FactorKind): boolean {
  return kind !== 'activity' && kind !== 'activity done again' && kind !== 'variant';
}

/** Which cases have a value, by the names of the API's filters. */
export type FactorFilter = Readonly<Partial<Record<'attribute' | 'activity' | 'eventually' | 'variant', readonly string[]>>>;

/** Something that cases may differ in. */
export interface Factor {
  readonly kind: FactorKind;
  /** Of the attribute; null where the kind says it all. */
  readonly name: string | null;
  /** A relation (case, value): of a category one value a case at most, of a member any number, of a number one. */
  readonly relation: string;
  readonly type: 'category' | 'member' | 'number';
  /** Values in words. */
  readonly named: (values: readonly (string | number | boolean)[]) => Promise<readonly string[]>;
  /** The cases with a value, by its name and as it is in the relation; absent where no filter says it. */
  readonly filter?: (name: string, value: string) => FactorFilter;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * All that cases are compared by. What stands for persons is left out, and of the attributes of events
 * every value that, in the cases in view, goes with one person or more and fewer than five: it would stand for them, whatever it is called.
 */
export async function factorsOf(split: Split): Promise<Factor[]> {
  const { version } = split;
  const { caseAttributes, eventAttributes, columns } = version.manifest;
  const open = (a: StageAttribute) => a.type !== 'timestamp' && !isPersonal(version, a.name);
  const r = relations(version);
  const first = (column: string) => `(SELECT "case", ${column} AS value FROM ${r.events} WHERE "position" = 0 AND ${column} IS NOT NULL)`;
  const known = columns.resource && isPersonal(version, 'resource');
  const resource: Factor[] = columns.resource && !known ? [{ kind: 'attribute of the first event', name: 'resource', relation: first('resource'), type: 'category', named: byCode(split, 'resource'), filter: (v) => ({ attribute: [`resource:${v}`] }) }] : [];
  return [
    ...caseAttributes.filter(open).map((a) => attribute(split, a, 'case attribute', `(SELECT "case", ${attributeColumn(a.name)} AS value FROM ${r.cases} WHERE ${attributeColumn(a.name)} IS NOT NULL)`)),
    ...eventAttributes.filter(open).map((a) => attribute(split, a, 'attribute of the first event', known && isNamed(a) ? ofMany(split, attributeColumn(a.name), r.events) : first(attributeColumn(a.name)))),
    ...resource, ...await ofSteps(split), ...await ofStart(split),
    { kind: 'variant', name: null, relation: `(SELECT "case", variant AS value FROM ${split.table})`, type: 'category', named: async (values) => chainsOf(split, values.map(Number)), filter: (_name, v) => ({ variant: [v] }) },
  ];
}

/** Activities of a variant that are named; of longer ones the first. */
const NAMED = 12;

async function chainsOf({ c, version, options }: Split, variants: readonly number[]): Promise<string[]> {
  if (variants.length === 0) return [];
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<{ variant: number; steps: number; first: number[] }>(`SELECT variant, len(activities)::INTEGER AS steps, activities[1:${NAMED}] AS first FROM ${relations(version).variants} WHERE variant IN (${variants.join(', ')})`, [], options);
  const chains = new Map(rows.map((r) => [r.variant, `${r.first.map((a) => names[a]).join(' → ')}${r.steps > NAMED ? ' → …' : ''}`]));
  return variants.map((v) => chains.get(v) ?? String(v));
}

/** Whether single values are told; of numbers only all together are. */
function isNamed({ type }: StageAttribute): boolean {
  return type !== 'double' && type !== 'integer';
}

/** The values of the first events of the cases in view, without those of a few people. */
function ofMany({ table }: Split, column: string, events: string): string {
  return `(WITH f AS MATERIALIZED (SELECT e."case", e.${column} AS value, e.resource FROM ${events} e SEMI JOIN ${table} s ON s."case" = e."case" WHERE e."position" = 0 AND e.${column} IS NOT NULL)
    SELECT "case", value FROM f WHERE value NOT IN (SELECT value FROM f GROUP BY value HAVING count(DISTINCT resource) BETWEEN 1 AND ${fewestPeople - 1}))`;
}

function attribute(split: Split, a: StageAttribute, kind: FactorKind, relation: string): Factor {
  if (!isNamed(a)) return { kind, name: a.name, relation, type: 'number', named: async (values) => values.map(String) };
  return { kind, name: a.name, relation, type: 'category', filter: (v) => ({ attribute: [`${a.name}:${v}`] }), named: a.type === 'code' ? byCode(split, `@${a.name}`) : async (values) => values.map(String) };
}

function byCode({ c, version }: Split, column: string): Factor['named'] {
  return async (values) => {
    const names = await someNames(c, version, column, values.map(Number));
    return values.map((v) => names.get(Number(v)) ?? literal(String(v)));
  };
}

/** So many events are counted at once. */
const AT_ONCE = 700_000;

/** Which activities were done, and done again: of activity instances, so that a start and a completion are one. */
async function ofSteps(split: Split): Promise<Factor[]> {
  const { c, version, table, options } = split;
  const done = `${table}_done`;
  await c.run(`CREATE OR REPLACE TEMP TABLE ${done} ("case" INTEGER, activity INTEGER, again BOOLEAN)`);
  // A case is in one bucket: counting some of them after others needs a part of the memory.
  for (const buckets of bucketsTogether(version, AT_ONCE)) await c.run(`INSERT INTO ${done} SELECT i."case", i.activity, count(*) > 1 FROM ${relations(version, buckets).instances} i JOIN ${table} s ON s."case" = i."case" GROUP BY i."case", i.activity`, [], options);
  const named = byCode(split, 'activity');
  // Where an activity has several events, one of it following another is no second time.
  const again = version.manifest.instances === null;
  return [
    { kind: 'activity', name: null, relation: `(SELECT "case", activity AS value FROM ${done})`, type: 'member', named, filter: (v) => ({ activity: [v] }) },
    { kind: 'activity done again', name: null, relation: `(SELECT "case", activity AS value FROM ${done} WHERE again)`, type: 'member', named, ...(again ? { filter: (v: string) => ({ eventually: [`${v}→${v}`] }) } : {}) },
  ];
}

async function ofStart({ c, table, zone, options }: Split): Promise<Factor[]> {
  const [extent] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min("first")) AS lo, epoch_ms(max("first")) AS hi FROM ${table}`, [], options);
  if (extent?.lo == null || extent.hi === null) return [];
  const local = `(SELECT "case", epoch_us("first") + shift AS local FROM ${table} ASOF JOIN ${offsetsSql(zone, extent.lo, extent.hi)} o(opens, shift) ON "first" >= o.opens)`;
  const of = (sql: string) => `(SELECT "case", (${sql})::INTEGER AS value FROM ${local})`;
  return [
    { kind: 'weekday of the first event', name: null, relation: of('((local // 86400000000 + 3) % 7 + 7) % 7'), type: 'category', named: async (values) => values.map((v) => WEEKDAYS[Number(v)]!) },
    { kind: 'hour of the first event', name: null, relation: of('((local // 3600000000) % 24 + 24) % 24'), type: 'category', named: async (values) => values.map((v) => `${String(v).padStart(2, '0')}:00`) },
  ];
}
