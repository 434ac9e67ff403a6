import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { processKind } from '../../organisation/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { currentRecord, type RegisterChanges } from '../../platform/register/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { refusePersonType, refuseType, shownTypes } from '../event-logs/ocel/index.ts';
import { mappingSchema, ocelPersonsSchema } from '../event-logs/schemas.ts';
import type { Manifest } from '../event-logs/versions/index.ts';
import { eventLogKind, type EventLogRecord } from '../log-register/index.ts';
import type { EventFiles } from './event-files.ts';
import type { Imports } from './imports.ts';
import type { Reading } from './model.ts';
import { readingOf } from './stage-events.ts';
import { currentVersion, uploadByHash } from './store.ts';
import { findUpload } from './uploads.ts';

interface StartParts {
  readonly dataDir: string;
  readonly files: EventFiles;
  readonly imports: Imports;
  readonly registers: Pick<RegisterChanges, 'put'>;
}

export const importInput = z.strictObject({
  upload: z.uuid(),
  eventLog: z.string().max(80).describe('Id of the event log: an existing one, or a new one'),
  name: z.string().max(200).optional().describe('Of a new event log'),
  process: z.string().max(80).optional().describe('The process that a new event log records'),
  zone: z.string().max(80).optional().describe('IANA zone of times that carry none; absent: the event log’s, or its process’s; with none of them every time has to carry its own'),
  mapping: mappingSchema.omit({ zone: true }).optional().describe('As confirmed; csv and parquet only'),
  classifier: z.string().max(200).optional(),
  objectType: z.string().max(200).optional().describe('Each object of this type is a case; ocel only'),
  personal: ocelPersonsSchema.optional().describe('Object types and attributes that are people; ocel only. Absent: the event log’s, or those with the usual names of people'),
  mode: z.enum(['replace', 'append']).optional().describe('To be stated where the event log has data already'),
});

/** The event log's record is made or changed first where the request says so; then the import is queued. */
export async function startImport(ctx: Ctx, { dataDir, imports, registers, files }: StartParts, body: z.output<typeof importInput>): Promise<string> {
  const upload = await findUpload(ctx, dataDir, body.upload);
  const [known, current] = [await currentRecord(ctx.db, eventLogKind, body.eventLog), await currentVersion(ctx.db, body.eventLog)];
  if (current !== undefined && body.mode === undefined) throw problem('bad-input', { detail: 'This event log has data already', value: body.eventLog, wanted: 'mode replace or append', at: { path: 'mode' } });
  const zone = body.zone ?? known?.body.zone ?? (await zoneOfProcess(ctx, body.process ?? known?.body.process));
  const record = recordFor(known?.body, { ...body, zone }, await files.format(upload.path), upload.name);
  const reading = readingOf(record);
  // A reading that cannot be is not put on record: the next import would take it over.
  await files.check(upload.path, upload.name, reading);
  if (!isDeepStrictEqual(known?.body, record)) await registers.put(ctx, { kind: eventLogKind.name, id: body.eventLog, body: record, expected: known?.versionId ?? null });
  return imports.queue(ctx, { upload: upload.id, eventLog: body.eventLog, mode: body.mode ?? 'replace', reading, current: current?.id ?? null });
}

export const flattenInput = importInput.pick({ eventLog: true, name: true, process: true, mode: true }).extend({ objectType: z.string().max(200).describe('Each object of this type is a case') });

/** The objects that an event log has become the cases of another one, or its own, by another object type; no file is sent again. */
export async function startFlattening(ctx: Ctx, { imports, registers }: StartParts, id: string, body: z.output<typeof flattenInput>): Promise<string> {
  const [source, from] = [await currentRecord(ctx.db, eventLogKind, id), await currentVersion(ctx.db, id)];
  const objects = (from?.manifest as Manifest | undefined)?.objects;
  if (source === undefined || from === undefined || objects === undefined) throw problem('not-found', { detail: 'There is no event log of this id with objects', value: id, wanted: 'an event log that an object-centric file was imported into' });
  if (objects.personal !== undefined) refusePersonType(objects.personal, body.objectType, from.fileName);
  refuseType({ objectTypes: Object.fromEntries(shownTypes(objects.types, objects.personal).map((t) => [t.name, t.objects])) }, body.objectType, from.fileName);
  const [known, current] = [await currentRecord(ctx.db, eventLogKind, body.eventLog), await currentVersion(ctx.db, body.eventLog)];
  if (current !== undefined && body.mode !== 'replace') throw problem('bad-input', { detail: 'This event log has data already, and cases of another object type cannot be added to it', value: body.eventLog, wanted: 'mode replace, or the id of a new event log', at: { path: 'mode' } });
  const upload = await uploadOf(ctx, from);
  const record = { ...recordFor(known?.body, { ...body, upload: upload.id, zone: source.body.zone }, 'ocel', from.fileName), ...(source.body.file === undefined ? {} : { file: source.body.file }), ...(source.body.personal === undefined ? {} : { personal: source.body.personal }), ...shorterKept(source.body, known?.body) };
  if (!isDeepStrictEqual(known?.body, record)) await registers.put(ctx, { kind: eventLogKind.name, id: body.eventLog, body: record, expected: known?.versionId ?? null });
  return imports.queue(ctx, { upload: upload.id, eventLog: body.eventLog, mode: 'replace', reading: readingOf(record), current: current?.id ?? null, from: { eventLog: id, version: from.id } });
}

/** Objects are kept no longer because they are cases of another log. */
function shorterKept(source: EventLogRecord, target: EventLogRecord | undefined): Pick<EventLogRecord, 'keepMonths'> {
  const months = [source.keepMonths, target?.keepMonths].filter((m) => m !== undefined);
  return months.length === 0 ? {} : { keepMonths: Math.min(...months) };
}

/** The last file that came in with objects of a version. */
async function uploadOf({ db }: Ctx, version: { readonly fileSha256: string; readonly manifest: unknown }) {
  for (const sha256 of [version.fileSha256, ...(version.manifest as Manifest).sources.map((s) => s.sha256).reverse()]) {
    const upload = await uploadByHash(db, sha256);
    if (upload !== undefined) return upload;
  }
  throw problem('not-found', { detail: 'The file that the objects came from is not on record', wanted: 'the file once more' });
}

async function zoneOfProcess({ db }: Ctx, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const process = await currentRecord(db, processKind, id);
  if (process === undefined) throw problem('not-found', { detail: 'There is no process of this id', value: id, wanted: 'an id of GET /processes', at: { path: 'process' } });
  return process.body.zone;
}

function recordFor(known: EventLogRecord | undefined, body: z.output<typeof importInput> & { readonly zone: string | undefined }, format: Reading['format'], fileName: string): EventLogRecord {
  const safe = fileName.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/^[.-]+/g, '') || `events.${format}`;
  return {
    name: body.name ?? known?.name ?? body.eventLog,
    ...(body.process ?? known?.process) === undefined ? {} : { process: (body.process ?? known?.process) as string },
    file: known?.file ?? `logs/${safe}`,
    format, ...(body.zone === undefined ? {} : { zone: body.zone }),
    ...((format === 'csv' || format === 'parquet') && (body.mapping ?? known?.mapping) !== undefined ? { mapping: body.mapping ?? known?.mapping } : {}),
    ...(format === 'xes' && (body.classifier ?? known?.classifier) !== undefined ? { classifier: body.classifier ?? known?.classifier } : {}),
    ...(format === 'ocel' && (body.objectType ?? known?.objectType) !== undefined ? { objectType: body.objectType ?? known?.objectType } : {}),
    ...(format === 'ocel' && (body.personal ?? known?.personal) !== undefined ? { personal: body.personal ?? known?.personal } : {}),
    ...(known?.keepMonths === undefined ? {} : { keepMonths: known.keepMonths }),
  } as EventLogRecord;
}
