import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { Stage } from '../stage/model.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';
import { xesDocument } from '../writers/index.ts';
import { filterSql, type LogFilter } from './filter.ts';

/** The cases of a version that a filter lets pass, as the text of an XES log, piece by piece; the session is its own until the last. */
export async function* xesOfVersion(c: EngineConnection, version: DatasetVersion, filter: LogFilter, options: RunOptions = {}): AsyncGenerator<string> {
  const { columns, eventAttributes, caseAttributes } = version.manifest;
  const r = relations(version);
  const f = await filterSql(c, version, filter);
  await c.run(`CREATE TEMP TABLE chosen_cases AS SELECT k."case", k.id FROM ${r.cases} k${f === null ? '' : ` WHERE ${f.where}`}`, f?.values ?? [], options);
  await c.run(`CREATE TEMP VIEW stage_events AS SELECT e.* FROM ${r.events} e JOIN chosen_cases k ON k."case" = e."case"`, [], options);
  await c.run(`CREATE TEMP VIEW stage_cases AS SELECT *, 0 AS rowid FROM ${r.cases}`, [], options);
  await c.run(`CREATE TEMP VIEW stage_dictionary AS SELECT "column", code, value FROM ${r.dictionary} UNION ALL SELECT 'case', "case", id FROM chosen_cases`, [], options);
  const stage: Stage = { columns, eventAttributes, caseAttributes };
  yield* xesDocument(c, stage, options);
}
