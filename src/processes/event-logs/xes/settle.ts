import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { literal, quoted, type Stage, type StageAttribute, type StageType } from '../stage/model.ts';
import type { XesReport, XesTable } from './model.ts';

/** A key of a stage table and the columns, one a type, that its values came in. */
export interface KeyColumns {
  readonly key: string;
  readonly columns: { readonly name: string; readonly type: StageType }[];
}

const FIXED_CODES: Readonly<Record<XesTable, readonly string[]>> = { events: ['case', 'activity', 'lifecycle', 'resource', 'instance'], cases: ['case'] };

/**
 * Makes the stage keep its promises where reading in one pass could not: one code a value, one column a key, and cases of traces that
 * were named late. Ordinary logs need none of it. The report's counts of cases are put right.
 */
export async function settleStage(connection: EngineConnection, keys: Readonly<Record<XesTable, readonly KeyColumns[]>>, report: XesReport): Promise<Pick<Stage, 'eventAttributes' | 'caseAttributes'>> {
  await settleLateCases(connection, report);
  for (const column of report.restarted) await recode(connection, column, keys, report);
  return { eventAttributes: await settleTypes(connection, 'events', keys.events), caseAttributes: await settleTypes(connection, 'cases', keys.cases) };
}

async function settleLateCases(connection: EngineConnection, { lateCases }: XesReport): Promise<void> {
  if (lateCases.length === 0) return;
  await connection.run('CREATE TEMP TABLE late_cases (provisional INTEGER, code INTEGER)');
  const appender = await connection.appender('late_cases');
  const valid = new Uint8Array((lateCases.length + 7) >> 3);
  lateCases.forEach(({ code }, i) => code !== null && (valid[i >> 3]! |= 1 << (i & 7)));
  appender.append(lateCases.length, [{ name: 'provisional', data: Int32Array.from(lateCases, (c) => c.provisional) }, { name: 'code', data: Int32Array.from(lateCases, (c) => c.code ?? 0), valid }]);
  appender.close();
  await connection.run('DELETE FROM stage_events WHERE "case" IN (SELECT provisional FROM late_cases WHERE code IS NULL)');
  await connection.run('UPDATE stage_events SET "case" = l.code FROM late_cases l WHERE stage_events."case" = l.provisional');
  await connection.run('DROP TABLE late_cases');
}

/** Gives a value of a dictionary that began anew its first code everywhere, codes again from 0 without a gap. */
async function recode(connection: EngineConnection, column: string, keys: Readonly<Record<XesTable, readonly KeyColumns[]>>, report: XesReport): Promise<void> {
  const here = `"column" = ${literal(column)}`;
  await connection.run(`CREATE TEMP TABLE recoded AS
    WITH firsts AS (SELECT value, min(code) AS first FROM stage_dictionary WHERE ${here} GROUP BY value),
      numbered AS (SELECT value, (row_number() OVER (ORDER BY first) - 1)::INTEGER AS code FROM firsts)
    SELECT d.code AS old, n.code AS new, n.value FROM stage_dictionary d JOIN numbered n USING (value) WHERE ${here}`);
  for (const table of ['events', 'cases'] as const) {
    const has = FIXED_CODES[table].includes(column) || keys[table].some((k) => `@${k.key}` === column && k.columns.some((c) => c.type === 'code' && c.name === column));
    if (has) await connection.run(`UPDATE stage_${table} SET ${quoted(column)} = r.new FROM recoded r WHERE stage_${table}.${quoted(column)} = r.old AND r.old <> r.new`);
  }
  await connection.run(`DELETE FROM stage_dictionary WHERE ${here}`);
  await connection.run(`INSERT INTO stage_dictionary SELECT ${literal(column)}, new, any_value(value) FROM recoded GROUP BY new ORDER BY new`);
  if (column === 'case') {
    const [counts] = await connection.rows<{ codes: number; values: number }>('SELECT count(*) AS codes, count(DISTINCT new) AS "values" FROM recoded');
    const merged = counts!.codes - counts!.values;
    report.staged.cases -= merged;
    report.repeatedCases += merged;
  }
  await connection.run('DROP TABLE recoded');
}

async function settleTypes(connection: EngineConnection, table: XesTable, keys: readonly KeyColumns[]): Promise<StageAttribute[]> {
  const settled: StageAttribute[] = [];
  for (const { key, columns } of keys) {
    const [only] = columns;
    settled.push({ name: key, type: columns.length === 1 ? only!.type : await mergeTypes(connection, `stage_${table}`, key, columns) });
  }
  return settled;
}

/** One column for a key that came with several types: whole numbers and others are numbers, any other mix is text. */
async function mergeTypes(connection: EngineConnection, table: string, key: string, columns: KeyColumns['columns']): Promise<StageType> {
  const numeric = columns.every((c) => c.type === 'integer' || c.type === 'double');
  const merged = quoted(`merged @${key}`);
  const texts = columns.find((c) => c.type === 'code');
  await connection.run(`ALTER TABLE ${table} ADD COLUMN ${merged} ${numeric ? 'DOUBLE' : 'VARCHAR'}`);
  if (texts !== undefined) await connection.run(`UPDATE ${table} SET ${merged} = d.value FROM stage_dictionary d WHERE d."column" = ${literal(`@${key}`)} AND d.code = ${table}.${quoted(texts.name)}`);
  const others = columns.filter((c) => c.type !== 'code').map((c) => (numeric ? `${quoted(c.name)}::DOUBLE` : textOf(quoted(c.name), c.type)));
  await connection.run(`UPDATE ${table} SET ${merged} = coalesce(${[merged, ...others].join(', ')})`);
  for (const { name } of columns) await connection.run(`ALTER TABLE ${table} DROP COLUMN ${quoted(name)}`);
  await connection.run(`ALTER TABLE ${table} RENAME COLUMN ${merged} TO ${quoted(`@${key}`)}`);
  return numeric ? 'double' : 'text';
}

function textOf(column: string, type: StageType): string {
  return type === 'timestamp' ? `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%fZ')` : `${column}::VARCHAR`;
}
