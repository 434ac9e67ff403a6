import type { EngineConnection, RunOptions, SqlValue } from '../../../platform/event-engine/index.ts';
import type { Stage } from '../stage/model.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';
import { prepareXes, XES_END, xesHeader, xesTraces } from '../writers/index.ts';
import { filterSql, type LogFilter } from './filter.ts';

/** The cases of a version that a filter lets pass, as the text of an XES log, piece by piece; the session is its own until the last. */
export async function* xesOfVersion(c: EngineConnection, version: DatasetVersion, filter: LogFilter, options: RunOptions = {}): AsyncGenerator<string> {
  const { columns, eventAttributes, caseAttributes } = version.manifest;
  const stage: Stage = { columns, eventAttributes, caseAttributes };
  const all = relations(version);
  const f = await filterSql(c, version, filter);
  const run = (sql: string, values: readonly SqlValue[] = []) => c.run(sql, values, options);
  await run(`CREATE TEMP TABLE chosen_cases AS SELECT k."case", k.id FROM ${all.cases} k${f === null ? '' : ` WHERE ${f.where}`}`, f?.values ?? []);
  await run(`CREATE TEMP VIEW stage_dictionary AS SELECT "column", code, value FROM ${all.dictionary} UNION ALL SELECT 'case', "case", id FROM chosen_cases`);
  yield xesHeader(stage);
  await prepareXes(c, options);
  // A bucket's events lie in the order of their cases, so that a range of them is found without reading the others.
  for (const { bucket } of version.manifest.events) {
    const { events, cases } = relations(version, [bucket]);
    await run(`CREATE OR REPLACE TEMP VIEW stage_events AS SELECT e.* FROM ${events} e JOIN chosen_cases k ON k."case" = e."case"`);
    await run(`CREATE OR REPLACE TEMP VIEW stage_cases AS SELECT *, 0 AS rowid FROM ${cases}`);
    yield* xesTraces(c, stage, options);
  }
  yield XES_END;
}
