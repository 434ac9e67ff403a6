import { literal, quoted, type Stage, type StageAttribute, type StageType } from '../stage/model.ts';

/** Names of the standard columns as XES and PM4Py have them, so that others read the file without a mapping. */
export const STANDARD = { case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp', start: 'start_timestamp', lifecycle: 'lifecycle:transition', resource: 'org:resource', instance: 'concept:instance' } as const;
export type StandardColumn = keyof typeof STANDARD;

/** A column to be written: its name in the file, what it holds, and the SQL of its value in `decodedSql`'s relation. */
export interface OutputColumn {
  readonly name: string;
  readonly of: StandardColumn | 'case attribute' | 'event attribute';
  readonly type: StageType;
  readonly sql: string;
  /** A text out of the dictionary, as `decodedFrom` gives it. */
  readonly coded: boolean;
}

/**
 * The columns of a staged log in the order of a file: standard ones that the log has, case attributes as `case:NAME`, event attributes.
 * A name taken already gets a number, so that no two columns share one.
 */
export function outputColumns(stage: Stage): OutputColumn[] {
  const standard = (Object.keys(STANDARD) as StandardColumn[]).filter((c) => c === 'case' || c === 'activity' || c === 'time' || stage.columns[c]);
  const columns = standard.map((of): OutputColumn => {
    const time = of === 'time' || of === 'start';
    return { name: STANDARD[of], of, type: time ? 'timestamp' : 'code', sql: time ? `e.${quoted(of)}` : `d_${of}.value`, coded: !time };
  });
  const taken = new Set<string>(Object.values(STANDARD));
  // The engine does not tell names apart by their case.
  const add = (list: readonly StageAttribute[], of: 'case attribute' | 'event attribute', prefix: string): void => {
    for (const [i, { name, type }] of list.entries()) {
      const [side, table] = of === 'case attribute' ? ['c', 'c'] : ['a', 'e'];
      const coded = type === 'code';
      columns.push({ name: unique(prefix + name, taken), of, type: coded ? 'text' : type, sql: coded ? `d_${side}${i}.value` : `${table}.${quoted(`@${name}`)}`, coded });
    }
  };
  add(stage.caseAttributes, 'case attribute', 'case:');
  add(stage.eventAttributes, 'event attribute', '');
  return columns;
}

/** Where `decodedFrom` looks: texts of codes in another table (column, code, value), and only a range of cases. */
export interface DecodeOptions {
  readonly dictionary?: string;
  readonly cases?: { readonly from: number; readonly to: number } | undefined;
}

/**
 * The FROM clause in which `OutputColumn.sql` stands: events with their texts and with the attributes of their case, the first that is
 * not null where a case has several rows.
 */
export function decodedFrom(stage: Stage, { dictionary = 'stage_dictionary', cases }: DecodeOptions = {}): string {
  const joins: string[] = [];
  const within = (column: string): string => (cases === undefined ? 'true' : `${column} BETWEEN ${cases.from} AND ${cases.to}`);
  const decode = (alias: string, column: string, on: string): void => void joins.push(`LEFT JOIN (SELECT code, value FROM ${dictionary} WHERE "column" = ${literal(column)}${column === 'case' ? ` AND ${within('code')}` : ''}) ${alias} ON ${alias}.code = ${on}`);
  for (const of of ['case', 'activity', 'lifecycle', 'resource', 'instance'] as const) {
    if (of === 'case' || of === 'activity' || stage.columns[of]) decode(`d_${of}`, of, `e.${quoted(of)}`);
  }
  if (stage.caseAttributes.length > 0) {
    joins.push(`LEFT JOIN (SELECT "case"${stage.caseAttributes.map(({ name }) => firstValue(`@${name}`)).join('')} FROM stage_cases WHERE ${within('"case"')} GROUP BY "case") c ON c."case" = e."case"`);
  }
  stage.caseAttributes.forEach(({ name, type }, i) => type === 'code' && decode(`d_c${i}`, `@${name}`, `c.${quoted(`@${name}`)}`));
  stage.eventAttributes.forEach(({ name, type }, i) => type === 'code' && decode(`d_a${i}`, `@${name}`, `e.${quoted(`@${name}`)}`));
  return `FROM (SELECT * FROM stage_events WHERE ${within('"case"')}) e ${joins.join(' ')}`;
}

function firstValue(column: string): string {
  return `, first(${quoted(column)} ORDER BY rowid) FILTER (WHERE ${quoted(column)} IS NOT NULL) AS ${quoted(column)}`;
}

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

/**
 * A time as ISO 8601 text in SQL: µs only where there are any, at its own offset where it has one, else in UTC.
 * @example isoSql("TIMESTAMP '2020-01-01 10:00:00'", '120') // SQL for 2020-01-01T12:00:00.000+02:00
 */
export function isoSql(time: string, offset: string | null): string {
  const local = offset === null ? time : `(${time} + to_minutes(coalesce(${offset}, 0)))`;
  const text = `CASE WHEN epoch_us(${time}) % 1000 = 0 THEN strftime(${local}, '%Y-%m-%dT%H:%M:%S.%g') ELSE strftime(${local}, '%Y-%m-%dT%H:%M:%S.%f') END`;
  if (offset === null) return `${text} || 'Z'`;
  return `${text} || CASE WHEN coalesce(${offset}, 0) = 0 THEN 'Z' ELSE printf('%s%02d:%02d', CASE WHEN ${offset} < 0 THEN '-' ELSE '+' END, abs(${offset}) // 60, abs(${offset}) % 60) END`;
}
