import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { EventEngine } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { pageOf, pageQuery, readCursor, readOffset, route, sendCsv, writeCursor, type AnyRoute } from '../../platform/http/index.ts';
import type { Pseudonymiser } from '../../platform/personal/index.ts';
import { currentRecord, currentRecords, type RegisterChanges } from '../../platform/register/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { shownTypes } from '../event-logs/ocel/index.ts';
import { eventLogSchema, importSchema, uploadSchema } from '../event-logs/schemas.ts';
import { type Manifest, openNames } from '../event-logs/versions/index.ts';
import { eventLogKind, type EventLogRecord } from '../log-register/index.ts';
import { batchesNotIn, batchRoutes } from './batches/index.ts';
import type { EventFiles } from './event-files.ts';
import type { Imports } from './imports.ts';
import type { ImportReport } from './model.ts';
import { eventsDir } from './places.ts';
import type { KeepPseudonyms } from './publish.ts';
import { cursorAfter, everyRejected, placeOfCursor, rejectedRows, type RejectedOf } from './rejected.ts';
import { flattenInput, importInput, startFlattening, startImport } from './start-import.ts';
import { currentVersion, currentVersions, importById, versionOf } from './store.ts';
import { receiveUpload, uploadLimit } from './uploads.ts';

export interface CatalogueParts {
  readonly dataDir: string;
  readonly files: EventFiles;
  readonly imports: Imports;
  readonly registers: Pick<RegisterChanges, 'put'>;
  readonly engine: EventEngine;
  readonly pseudonym: Pseudonymiser;
  readonly keepPseudonyms: KeepPseudonyms;
}

const tag = 'event logs';
const writers = ['administrator', 'editor', 'contributor'] as const;
const idParams = z.object({ id: z.string().max(200) });
const rejectedSchema = z.object({ row: z.number().int().nullable(), line: z.number().int().nullable(), reason: z.string(), value: z.string().nullable() });

const sourceSchema = z.object({
  kind: z.enum(['event-log', 'incidents', 'folder']), id: z.string(), name: z.string(), records: z.number().int(),
  newest: z.iso.datetime({ offset: true }).nullable().describe('The newest event or record'), importedAt: z.iso.datetime({ offset: true }).nullable(),
  ageSeconds: z.number().nullable().describe('Of the newest, at the time that figures are shown as of'), file: z.string().nullable(), version: z.string().nullable(), rejected: z.number().int(),
  batches: z.object({ waiting: z.number().int(), retrying: z.number().int().describe('Could not be folded, and are tried again'), nextTryAt: z.iso.datetime({ offset: true }).nullable(), failed: z.number().int(), why: z.string().nullable() }).nullable().describe('Batches that came over the API and are not in the log: those that wait, those that failed, and why the last one did; null where all are'),
});

/** Files in, event logs out: uploads, imports, and every log with its current version. */
export function catalogueRoutes(parts: CatalogueParts): AnyRoute[] {
  return [...uploadRoutes(parts), ...importRoutes(parts), ...logRoutes(), ...batchRoutes(parts), sourcesRoute()];
}

function uploadRoutes({ dataDir, files }: CatalogueParts): AnyRoute[] {
  return [route({
    method: 'POST', path: '/uploads', id: 'createUpload', summary: 'Send a file of events; answers what is seen in it and a guess of its columns', tag, sets: writers, upload: true, status: 201, response: uploadSchema,
    handler: async (ctx, { request }) => {
      const part = await request.file({ limits: { fileSize: uploadLimit } });
      if (part === undefined) throw problem('bad-input', { detail: 'There is no file in the request', wanted: 'multipart/form-data with the file in the field `file`' });
      const upload = await receiveUpload(ctx, dataDir, part.filename, part.file);
      // What cannot be read is not kept: nobody could import it.
      const looked = await files.look(upload.path, upload.name).catch(async (error: unknown) => { await rm(upload.path, { force: true }); throw error; });
      return { ...looked, id: upload.id, name: upload.name, bytes: upload.bytes, sha256: upload.sha256 };
    },
  })];
}

function importRoutes(parts: CatalogueParts): AnyRoute[] {
  const { imports } = parts;
  const one = async (ctx: Ctx, id: string) => importOut(await mustImport(ctx, id), imports);
  return [
    route({
      method: 'POST', path: '/imports', id: 'createImport', summary: 'Import an upload into an event log, in the background', tag, sets: writers, body: importInput, response: importSchema, status: 202,
      handler: async (ctx, { body }) => one(ctx, await startImport(ctx, parts, body)),
    }),
    route({
      method: 'POST', path: '/event-logs/:id/flattened', id: 'flattenObjects', summary: 'Make cases of another type of the objects that an event log holds, as another event log or in its own place', tag, sets: writers, params: idParams, body: flattenInput, response: importSchema, status: 202,
      handler: async (ctx, { params, body }) => one(ctx, await startFlattening(ctx, parts, params.id, body)),
    }),
    route({ method: 'GET', path: '/imports/:id', id: 'getImport', summary: 'How far an import is', tag, sets: anySet, params: z.object({ id: z.uuid() }), response: importSchema, handler: async (ctx, { params }) => one(ctx, params.id) }),
    route({
      method: 'POST', path: '/imports/:id/cancel', id: 'cancelImport', summary: 'Cancel an import; what was current stays current', tag, sets: writers, params: z.object({ id: z.uuid() }), response: importSchema,
      handler: async (ctx, { params }) => { await mustImport(ctx, params.id); await imports.cancel(ctx, params.id); return one(ctx, params.id); },
    }),
    route({
      method: 'GET', path: '/imports/:id/rejected', id: 'listRejected', summary: 'Every row that could not be read, with its place and why', tag, sets: anySet, params: z.object({ id: z.uuid() }), query: pageQuery, response: pageOf(rejectedSchema),
      handler: async (ctx, { params, query }) => {
        const run = await mustImport(ctx, params.id);
        const of = await rejectedOf(ctx, parts, run);
        const rows = of === undefined ? [] : await rejectedRows(of, { limit: query.limit + 1, after: placeOfCursor(query.cursor) });
        const items = rows.slice(0, query.limit);
        const last = items.at(-1);
        return { items: items.map(({ row, line, reason, value }) => ({ row, line, reason, value })), total: run.report?.rejected ?? 0, next: last !== undefined && rows.length > items.length ? cursorAfter(last) : null };
      },
    }),
    route({
      method: 'GET', path: '/imports/:id/rejected.csv', id: 'downloadRejected', summary: 'The rows that could not be read as CSV', tag, sets: anySet, params: z.object({ id: z.uuid() }), response: { file: 'text/csv', description: 'row, line, reason, value' },
      handler: async (ctx, { params, reply }) => {
        const of = await rejectedOf(ctx, parts, await mustImport(ctx, params.id));
        await sendCsv(reply, 'rejected.csv', ['row', 'line', 'reason', 'value'], of === undefined ? nothing() : everyRejected(of));
      },
    }),
  ];
}

async function mustImport(ctx: Ctx, id: string) {
  const run = await importById(ctx.db, id);
  if (run === undefined) throw problem('not-found', { detail: 'There is no such import', value: id, wanted: 'the id that POST /imports answered' });
  return run;
}

function ocelOut({ ocel }: ImportReport): NonNullable<z.input<typeof importSchema>['report']>['ocel'] {
  return ocel === undefined ? null : { ...ocel, eventTypes: { ...ocel.eventTypes }, objectTypes: { ...ocel.objectTypes }, findings: [...ocel.findings] };
}

/** Imports of before these were counted have none on record. */
const noArrival = { late: 0, newCases: 0, casesJoined: 0 };

function importOut(run: Awaited<ReturnType<typeof mustImport>>, imports: Imports): z.input<typeof importSchema> {
  const over = { bytesRead: 0, bytes: 0, share: null, step: run.state };
  return { id: run.id, eventLog: run.eventLog, mode: run.mode, replaces: run.request.replaces ?? null, state: run.state, progress: imports.progress(run.id) ?? over, version: run.version, report: run.report === null ? null : { ...noArrival, ...run.report, found: [...(run.report.found ?? [])], ocel: ocelOut(run.report) }, problem: run.problem };
}

function logRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET', path: '/event-logs', id: 'listEventLogs', summary: 'Event logs with their current versions', tag, sets: anySet, query: pageQuery, response: pageOf(eventLogSchema),
      handler: async ({ db }, { query }) => {
        const [all, versions] = [await currentRecords(db, eventLogKind), await currentVersions(db)];
        const after = query.cursor === undefined ? '' : String(readCursor(query.cursor)[0]);
        const items = all.filter((r) => r.id > after).slice(0, query.limit).map((r) => logOut(r.id, r.body, versions.get(r.id)));
        const last = items.at(-1);
        return { items, total: all.length, next: last !== undefined && last.id !== all.at(-1)?.id ? writeCursor([last.id]) : null };
      },
    }),
    route({
      method: 'GET', path: '/event-logs/:id', id: 'getEventLog', summary: 'One event log with its current version', tag, sets: anySet, params: idParams, response: eventLogSchema,
      handler: async ({ db }, { params }) => {
        const record = await currentRecord(db, eventLogKind, params.id);
        if (record === undefined) throw problem('not-found', { detail: 'There is no event log of this id', value: params.id, wanted: 'an id of GET /event-logs' });
        return logOut(params.id, record.body, await currentVersion(db, params.id));
      },
    }),
  ];
}

type Version = Awaited<ReturnType<typeof currentVersion>>;

function logOut(id: string, record: EventLogRecord, v: Version): z.input<typeof eventLogSchema> {
  return {
    id, name: record.name, process: record.process ?? null, version: v?.id ?? null, events: v?.events ?? 0, cases: v?.cases ?? 0, firstEvent: v?.firstEvent?.toISOString() ?? null, lastEvent: v?.lastEvent?.toISOString() ?? null,
    importedAt: v?.importedAt.toISOString() ?? null, file: v?.fileName ?? null, rejected: v?.report.rejected ?? 0, sha256: v?.fileSha256 ?? null,
    objects: objectsOut(v?.manifest as Manifest | undefined, record),
  };
}

function objectsOut(manifest: Manifest | undefined, { personal }: EventLogRecord): z.input<typeof eventLogSchema>['objects'] {
  if (manifest?.objects === undefined) return null;
  const { flattenedBy, types, personal: hidden } = manifest.objects;
  return { flattenedBy, types: shownTypes(types, hidden), personal: hidden === undefined ? null : { objectTypes: [...hidden.objectTypes], attributes: [...hidden.attributes] }, unhidden: openNames(manifest, personal) };
}

function sourcesRoute(): AnyRoute {
  return route({
    method: 'GET', path: '/sources', id: 'listSources', summary: 'Every source of evidence with its freshness', tag: 'sources', sets: anySet, query: pageQuery, response: pageOf(sourceSchema),
    handler: async ({ db, clock }, { query }) => {
      const [logs, versions] = [await currentRecords(db, eventLogKind), await currentVersions(db)];
      const company = await currentRecord(db, { name: 'company' }, 'company');
      const now = new Date((company?.body as { asOf?: string } | undefined)?.asOf ?? clock.now()).getTime();
      const age = (newest: Date | null) => (newest === null ? null : Math.max(0, (now - newest.getTime()) / 1000));
      const incidents = await currentRecords(db, { name: 'incident' });
      const recorded = incidents.reduce<Date | null>((d, r) => (d === null || r.recordedAt > d ? r.recordedAt : d), null);
      const began = incidents.map(({ body }) => Date.parse((body as { impactStart: string }).impactStart));
      const notIn = await batchesNotIn(db);
      const items: z.input<typeof sourceSchema>[] = [
        ...logs.map((r) => { const v = versions.get(r.id); return { kind: 'event-log' as const, id: r.id, name: r.body.name, records: v?.events ?? 0, newest: v?.lastEvent?.toISOString() ?? null, importedAt: v?.importedAt.toISOString() ?? null, ageSeconds: age(v?.lastEvent ?? null), file: v?.fileName ?? null, version: v?.id ?? null, rejected: v?.report.rejected ?? 0, batches: notInOf(notIn.get(r.id)) }; }),
        ...(incidents.length === 0 ? [] : [{ kind: 'incidents' as const, id: 'incidents', name: 'Incidents', records: incidents.length, newest: new Date(Math.max(...began)).toISOString(), importedAt: recorded?.toISOString() ?? null, ageSeconds: null, file: 'incidents.csv', version: null, rejected: 0, batches: null }]),
      ];
      const from = readOffset(query.cursor);
      const page = items.slice(from, from + query.limit);
      return { items: page, total: items.length, next: from + page.length < items.length ? writeCursor([from + page.length]) : null };
    },
  });
}

function notInOf(b: Awaited<ReturnType<typeof batchesNotIn>> extends Map<string, infer T> ? T | undefined : never): z.input<typeof sourceSchema>['batches'] {
  return b === undefined ? null : { waiting: b.waiting, retrying: b.retrying, nextTryAt: b.nextTryAt?.toISOString() ?? null, failed: b.failed, why: b.why };
}

/** Where the rejected rows of a finished import lie; nowhere while it has not become a version. */
async function rejectedOf({ db }: Ctx, { dataDir, engine }: CatalogueParts, run: { eventLog: string; version: string | null }): Promise<RejectedOf | undefined> {
  const version = run.version === null ? undefined : await versionOf(db, run.eventLog, run.version);
  return version === undefined ? undefined : { engine, dir: eventsDir(dataDir), manifest: version.manifest as Manifest };
}

async function* nothing(): AsyncGenerator<never> {}
