import { problem } from '../../platform/errors/index.ts';
import type { AuditNote } from '../../platform/audit/index.ts';
import { notAllowed, permits, type Ctx, type WriteCtx } from '../../platform/write/index.ts';
import type { EventLogRecord } from '../log-register/index.ts';
import { importers, type ImportParts } from './imports.ts';
import type { Reading, StagedVersion } from './model.ts';
import { publish, type Publication } from './publish.ts';
import { currentVersion } from './store.ts';
import { findUpload } from './uploads.ts';

/** How the file of an event-log record is read. */
export function readingOf(record: EventLogRecord): Reading {
  const zone = record.zone === undefined ? {} : { zone: record.zone };
  if (record.format === 'xes') return { format: 'xes', ...zone, ...(record.classifier === undefined ? {} : { classifier: record.classifier }) };
  if (record.format === 'ocel') {
    if (record.objectType === undefined) throw problem('bad-input', { detail: 'The event log has no object type', value: record.name, wanted: 'the object type whose objects are the cases', at: { path: 'objectType' } });
    return { format: 'ocel', ...zone, objectType: record.objectType, ...(record.personal === undefined ? {} : { personal: record.personal }) };
  }
  if (record.format === undefined) throw noFile(record);
  if (record.mapping === undefined) throw problem('bad-input', { detail: 'The event log has no mapping', value: record.name, wanted: 'which column is the case, the activity and the time' });
  return { format: record.format, ...zone, mapping: record.mapping };
}

function noFile({ name }: EventLogRecord) {
  return problem('bad-input', { detail: 'The event log has no file: its events are sent or pulled', value: name, wanted: 'a record with a file and its format' });
}

/**
 * Stages the uploads of event logs that an applied folder names, and answers the writes that make them current in the folder's own
 * transaction. Each file replaces what its log had.
 * @throws Problem `not-allowed` for who may not import, also where the log's record stays as it is
 */
export async function stageEvents(parts: Omit<ImportParts, 'clock' | 'db'>, ctx: Ctx, logs: readonly { id: string; record: EventLogRecord }[], uploads: Readonly<Record<string, string>>): Promise<(inside: WriteCtx) => Promise<AuditNote[]>> {
  const publications: Publication[] = [];
  for (const { id, record } of logs) {
    const upload = uploads[id];
    if (upload === undefined) continue;
    if (!permits(ctx.actor, importers)) throw notAllowed(`Importing events into ${id}`, importers, []);
    publications.push(await stageOne(parts, ctx, id, record, upload));
  }
  return async (inside) => {
    const notes: AuditNote[] = [];
    for (const p of publications) notes.push(...(await publish(inside, p, parts.keepPseudonyms)));
    return notes;
  };
}

async function stageOne({ dataDir, files }: Omit<ImportParts, 'clock' | 'db'>, ctx: Ctx, eventLog: string, record: EventLogRecord, uploadId: string): Promise<Publication> {
  if (record.file === undefined) throw noFile(record);
  const upload = await findUpload(ctx, dataDir, uploadId);
  const current = await currentVersion(ctx.db, eventLog);
  const reading = readingOf(record);
  const staged: StagedVersion = await files.stage({
    eventLog, path: upload.path, fileName: record.file, fileSha256: upload.sha256, reading, mode: 'replace', current: current === undefined ? null : { id: current.id, manifest: current.manifest },
    onProgress: () => {}, signal: new AbortController().signal,
  });
  return { eventLog, expected: current?.id ?? null, mode: 'replace', fileName: record.file, fileSha256: upload.sha256, reading, staged };
}
