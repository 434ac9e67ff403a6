/** Type of an attribute in the stage: text is a code into the dictionary of its column, or plain text where codes would not pay. */
export type StageType = 'code' | 'text' | 'double' | 'integer' | 'boolean' | 'timestamp';

/** An attribute of events or cases; its column in the stage is named `@name`. */
export interface StageAttribute {
  readonly name: string;
  readonly type: StageType;
}

/** Columns of `stage_events` that a reader may fill beside the four that it must; each is null where the source has none. */
export interface StageColumns {
  readonly lifecycle: boolean;
  readonly resource: boolean;
  readonly instance: boolean;
  /** `start` TIMESTAMP: rows with two times; the row is one event at `time`, and a whole activity instance. */
  readonly start: boolean;
}

/** What a reader has staged: the part writer takes it from here, whatever the format was. */
export interface Stage {
  readonly columns: StageColumns;
  readonly eventAttributes: readonly StageAttribute[];
  readonly caseAttributes: readonly StageAttribute[];
}

/** DuckDB's type of each attribute type. */
export const STAGE_SQL: Readonly<Record<StageType, string>> = {
  code: 'INTEGER', text: 'VARCHAR', double: 'DOUBLE', integer: 'BIGINT', boolean: 'BOOLEAN', timestamp: 'TIMESTAMP',
};

/**
 * A name as a quoted SQL identifier.
 * @example quoted('a "b"') // '"a ""b"""'
 */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text as a quoted SQL literal.
 * @example literal("it's") // "'it''s'"
 */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The column of an attribute in the stage and in every part.
 * @example attributeColumn('cost') // '"@cost"'
 */
export function attributeColumn(name: string): string {
  return quoted(`@${name}`);
}

/**
 * The tables that a reader fills: `stage_events` (row = file order from 0, codes, time in UTC µs, offset in minutes), `stage_dictionary`
 * (codes from 0, without a gap, in the order of first use; columns `case`, `activity`, `lifecycle`, `resource`, `instance`, and `@name`
 * for attributes of type code) and `stage_cases` (a case may have several rows; the first that is not null counts).
 * @example stageTables({ columns: { lifecycle: false, resource: false, instance: false, start: false }, eventAttributes: [], caseAttributes: [] }).length // 3
 */
export function stageTables(stage: Stage): string[] {
  const attributes = (list: readonly StageAttribute[]) => list.map((a) => `, ${attributeColumn(a.name)} ${STAGE_SQL[a.type]}`).join('');
  return [
    `CREATE TABLE stage_events ("row" BIGINT NOT NULL, "case" INTEGER NOT NULL, activity INTEGER NOT NULL, "time" TIMESTAMP NOT NULL, "offset" SMALLINT`
      + `, lifecycle INTEGER, resource INTEGER, instance INTEGER${stage.columns.start ? ', "start" TIMESTAMP' : ''}${attributes(stage.eventAttributes)})`,
    'CREATE TABLE stage_dictionary ("column" VARCHAR NOT NULL, code INTEGER NOT NULL, value VARCHAR NOT NULL)',
    `CREATE TABLE stage_cases ("case" INTEGER NOT NULL${attributes(stage.caseAttributes)})`,
  ];
}
