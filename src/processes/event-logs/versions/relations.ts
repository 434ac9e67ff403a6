import { attributeColumn, literal, quoted, STAGE_SQL, type StageAttribute } from '../stage/model.ts';
import { partPath } from './files.ts';
import type { DatasetVersion, PartRef } from './manifest.ts';

/** SQL relations over the parts of a version, each a subquery to be put after FROM. */
export interface Relations {
  /** case, activity, time, offset, position (from 0), next_activity, next_time, row, lifecycle, resource, instance, [start], @attributes */
  readonly events: string;
  /** case, id, variant, first, last, events, @attributes */
  readonly cases: string;
  /** case, activity, start, complete, resource, instance, start_row, row; start or complete null where it was not seen. */
  readonly instances: string;
  /** variant, activities (codes in order), cases */
  readonly variants: string;
  /** column, code, value */
  readonly dictionary: string;
}

/**
 * The relations of a version; `buckets` limits the ones by case to some of them.
 * @example `SELECT count(*) FROM ${relations(version).events}`
 */
export function relations({ manifest: m, dir }: DatasetVersion, buckets?: readonly number[]): Relations {
  const chosen = (parts: readonly PartRef[]) => (buckets === undefined ? parts : parts.filter((p) => buckets.includes(p.bucket)));
  const attribute = (a: StageAttribute) => `NULL::${STAGE_SQL[a.type]} AS ${attributeColumn(a.name)}`;
  const events = parts(dir, chosen(m.events), [
    'NULL::INTEGER AS "case"', 'NULL::INTEGER AS activity', 'NULL::TIMESTAMP AS "time"', 'NULL::SMALLINT AS "offset"', 'NULL::INTEGER AS lifecycle', 'NULL::INTEGER AS resource', 'NULL::INTEGER AS instance',
    ...(m.columns.start ? ['NULL::TIMESTAMP AS "start"'] : []), ...m.eventAttributes.map(attribute), 'NULL::INTEGER AS "position"', 'NULL::INTEGER AS next_activity', 'NULL::TIMESTAMP AS next_time', 'NULL::BIGINT AS "row"',
  ]);
  const asInstances = `(SELECT "case", activity, ${m.columns.start ? '"start"' : 'NULL::TIMESTAMP AS "start"'}, "time" AS complete, resource, instance, NULL::BIGINT AS start_row, "row" FROM ${events})`;
  return {
    events,
    cases: parts(dir, chosen(m.cases), ['NULL::INTEGER AS "case"', 'NULL::VARCHAR AS id', 'NULL::INTEGER AS variant', 'NULL::TIMESTAMP AS "first"', 'NULL::TIMESTAMP AS "last"', 'NULL::INTEGER AS events', ...m.caseAttributes.map(attribute)]),
    instances: m.instances === null ? asInstances : m.instances.length === 0 ? `(SELECT * FROM ${asInstances} WHERE false)` : parts(dir, chosen(m.instances), []),
    variants: parts(dir, m.variants, ['NULL::INTEGER AS variant', 'NULL::INTEGER[] AS activities', 'NULL::BIGINT AS cases']),
    dictionary: dictionaryRelation(dir, m.dictionary),
  };
}

/**
 * The buckets of a version, as many together as hold so many events, one at least: for work whose memory is not to grow with the log.
 * @example bucketsTogether(version, 700_000) // [[0, 1], [2]]
 */
export function bucketsTogether({ manifest }: DatasetVersion, events: number): number[][] {
  const found: { readonly buckets: number[]; events: number }[] = [];
  for (const { bucket, rows } of manifest.events) {
    const last = found.at(-1);
    if (last === undefined || last.events + rows > events) found.push({ buckets: [bucket], events: rows });
    else { last.buckets.push(bucket); last.events += rows; }
  }
  return found.map((f) => f.buckets);
}

/** The relation of dictionary segments: column, code, value. */
export function dictionaryRelation(dir: string, segments: readonly PartRef[]): string {
  return parts(dir, segments, ['NULL::VARCHAR AS "column"', 'NULL::INTEGER AS code', 'NULL::VARCHAR AS value']);
}

function parts(dir: string, list: readonly PartRef[], whenNone: readonly string[]): string {
  if (list.length === 0) return `(SELECT ${whenNone.join(', ')} WHERE false)`;
  // Parts that an append shares with its parent may lack a column that came later: it is null there.
  return `read_parquet([${list.map((p) => literal(partPath(dir, p.sha256))).join(', ')}], union_by_name = ${list.length > 1})`;
}

/** The columns of an event part that come from its source, in order. */
export function sourceColumns(columns: { start: boolean }, attributes: readonly StageAttribute[]): string[] {
  return ['"case"', 'activity', '"time"', '"offset"', 'lifecycle', 'resource', 'instance', ...(columns.start ? ['"start"'] : []), ...attributes.map((a) => quoted(`@${a.name}`)), '"row"'];
}
