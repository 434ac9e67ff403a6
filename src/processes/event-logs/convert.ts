import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problem } from '../../platform/errors/index.ts';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { openCsv, stageCsv } from './csv/index.ts';
import type { CsvMapping } from './schemas.ts';
import type { Stage } from './stage/model.ts';
import { logFile } from './versions/log-file.ts';
import type { ImportProgress, RejectedRow, XesMapping } from './versions/index.ts';
import { formatOf, writeLog } from './writers/index.ts';
import { type LogSource, stageXes } from './xes/index.ts';

export interface ConvertOrder {
  readonly source: LogSource;
  /** The file to write; its name says the format. */
  readonly out: string;
  readonly mapping?: CsvMapping | XesMapping | undefined;
  readonly tempDir: string;
  readonly onProgress?: (progress: Pick<ImportProgress, 'step' | 'share'>) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a log and writes it as Parquet, XES or CSV; gives the events written and what was rejected. The file appears whole or not at all.
 * Throws a Problem for a name without a known format, before anything is read, and for input that is of no use.
 */
export async function convertLog({ source, out, mapping, tempDir, onProgress, signal }: ConvertOrder): Promise<{ events: number; rejected: { count: number; examples: RejectedRow[] } }> {
  formatOf(out);
  const work = await mkdtemp(join(tempDir, `convert-${process.pid}-`));
  const file = await logFile(source, work, signal);
  const csv = file.format === 'csv' ? await openCsv(file.source(), { tempDir: work, encoding: (mapping as CsvMapping | undefined)?.encoding, signal }) : undefined;
  const engine = await openEngine({ tempDir: work, folders: [work, dirname(resolve(out))], files: csv === undefined ? [] : [csv.path] });
  const c = await engine.connect();
  try {
    let stage: Stage;
    if (csv === undefined) {
      const { zone = 'UTC', classifier = null } = (mapping ?? {}) as XesMapping;
      ({ stage } = await stageXes(c, file.source(), { zone, classifier, ...(signal === undefined ? {} : { signal }) }));
    } else ({ stage } = await stageCsv(c, csv, mapping as CsvMapping, { tempDir: work, signal, onStep: (step, share) => onProgress?.({ step: step as 'read', share }) }));
    await refuseNothing(c, file.name);
    if (csv !== undefined) await casesAsTable(c);
    onProgress?.({ step: 'write', share: undefined });
    const events = await writeLog(c, stage, resolve(out), { signal });
    const byRow = csv !== undefined;
    const examples = await c.rows<RejectedRow>(`SELECT ${byRow ? '"row"' : 'NULL::BIGINT AS "row"'}, line, reason, value FROM stage_rejected ORDER BY line LIMIT 10`);
    const [{ count } = { count: 0 }] = await c.rows<{ count: number }>('SELECT coalesce(sum(events), 0)::BIGINT AS count FROM stage_rejected');
    return { events, rejected: { count, examples } };
  } finally {
    c.close();
    await engine.close();
    await csv?.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** A log without a usable event is no log, whatever it is written as. */
async function refuseNothing(c: EngineConnection, file: string): Promise<void> {
  if ((await c.rows('SELECT 1 FROM stage_events LIMIT 1')).length > 0) return;
  const [first] = await c.rows<{ line: number | null; reason: string; value: string | null }>('SELECT line, reason, value FROM stage_rejected ORDER BY line LIMIT 1');
  throw problem('bad-input', {
    detail: first === undefined ? 'There is no event in the log' : `No event of the log can be read; the first: ${first.reason}`, ...(first?.value == null ? {} : { value: first.value }),
    wanted: 'at least one event with a case, an activity and a time', at: { file, ...(first?.line == null ? {} : { line: first.line }) },
  });
}

/** The reader of CSV leaves cases as a view; writers take a case's first value by the order of a table. */
async function casesAsTable(c: EngineConnection): Promise<void> {
  await c.run('CREATE TABLE cases_in_order AS SELECT * FROM stage_cases ORDER BY "row"');
  await c.run('DROP VIEW stage_cases');
  await c.run('ALTER TABLE cases_in_order RENAME TO stage_cases');
}
