import { z } from 'zod';
import { problem } from '../errors/index.ts';
import { pageOf, pageQuery, readCursor, route, writeCursor, type AnyRoute } from '../http/index.ts';
import { anySet, type Ctx } from '../write/index.ts';
import { registerChanges, type RegisterChanges } from './change.ts';
import { pascal, singleId, type AnyKind } from './model.ts';
import type { Kinds } from './owners.ts';
import { putOwners, recordOwners } from './put-owners.ts';
import { currentRecord, pageOfRecords, recordHistory, recordsReferringTo } from './read.ts';
import { putSchema, recordDetailSchema, recordSchema, retireSchema } from './schemas.ts';
import type { RecordVersion } from './tables.ts';

/** Looks at a body before it is put, where more than the registers must be asked; it throws what is wrong. */
type PutCheck = (ctx: Ctx, body: unknown) => Promise<void>;
/** By the names of kinds. */
type PutChecks = Readonly<Record<string, PutCheck>>;

/** Reading and changing the records of every kind: a list, one with its history, put, retire and reinstate. */
export function registerRoutes(kinds: Kinds, checks: PutChecks = {}): AnyRoute[] {
  const changes = registerChanges(kinds);
  return kinds.all.flatMap((kind) => (kind.shape === 'single' ? singleRoutes(kind, changes) : [...readRoutes(kind), ...changeRoutes(kind, kinds, changes, checks[kind.name])]));
}

const tag = 'registers';
const listQuery = pageQuery.extend({ q: z.string().min(1).max(200).optional().describe('Words in the id or the name'), retired: z.enum(['true', 'false']).default('false').describe('true: those that were retired, as they last were') });

function readRoutes(kind: AnyKind): AnyRoute[] {
  return [
    route({
      method: 'GET', path: `/${kind.path}`, id: `list${pascal(kind.path)}`, summary: `List ${kind.plural}`, tag, sets: anySet,
      query: listQuery, response: pageOf(recordSchema(kind)),
      handler: async ({ db }, { query }) => {
        const page = await pageOfRecords(db, kind, { limit: query.limit, after: query.cursor === undefined ? undefined : String(readCursor(query.cursor)[0]), like: query.q, retired: query.retired === 'true' });
        return { items: page.items.map(recordView), total: page.total, next: page.next === null ? null : writeCursor([page.next]) };
      },
    }),
    route({
      method: 'GET', path: `/${kind.path}/:id`, id: `get${kind.noun}`, summary: `One ${kind.name} with its history`, tag, sets: anySet,
      params: idParams, response: recordDetailSchema(kind), handler: (ctx, { params }) => detail(ctx, kind, params.id),
    }),
  ];
}

const idParams = z.object({ id: z.string().max(64) });

function changeRoutes(kind: AnyKind, kinds: Kinds, changes: RegisterChanges, check: PutCheck | undefined): AnyRoute[] {
  const permission = { tag, sets: kind.sets, params: idParams };
  const owned = kind.owned && kind.ownersMayChange;
  return [
    route({
      ...permission, ...(owned ? { ownerOf: (ctx: Ctx, { id }: { id: string }, body: unknown) => ownersOfPut(ctx, kind, kinds, id, body) } : {}),
      method: 'PUT', path: `/${kind.path}/:id`, id: `put${kind.noun}`, summary: `Record or change a ${kind.name}`, body: putSchema(kind), response: recordSchema(kind),
      handler: async (ctx, { params, body }) => { await check?.(ctx, body.body); return recordView(await put(ctx, kind, params.id, body, changes)); },
    }),
    route({
      ...permission, ...(owned ? { ownerOf: ({ db }: Ctx, { id }: { id: string }) => recordOwners(db, kind, kinds, id) } : {}),
      method: 'POST', path: `/${kind.path}/:id/retire`, id: `retire${kind.noun}`, summary: `Retire a ${kind.name}: it ends now, its history stays`, body: retireSchema, response: z.object({ retired: z.literal(true) }),
      handler: async (ctx, { params, body }) => {
        await changes.retire(ctx, { kind: kind.name, id: params.id, expected: body.expected });
        return { retired: true as const };
      },
    }),
    route({
      method: 'POST', path: `/${kind.path}/:id/reinstate`, id: `reinstate${kind.noun}`, summary: `Take the retirement of a ${kind.name} back`, tag, sets: kind.sets, params: idParams, response: recordSchema(kind),
      handler: async (ctx, { params }) => recordView(await changes.reinstate(ctx, { kind: kind.name, id: params.id })),
    }),
  ];
}

function singleRoutes(kind: AnyKind, changes: RegisterChanges): AnyRoute[] {
  const id = singleId(kind);
  return [
    route({ method: 'GET', path: `/${kind.path}`, id: `get${kind.noun}`, summary: `The ${kind.plural} with their history`, tag, sets: anySet, response: recordDetailSchema(kind), handler: (ctx) => detail(ctx, kind, id) }),
    route({
      method: 'PUT', path: `/${kind.path}`, id: `put${kind.noun}`, summary: `Record or change the ${kind.plural}`, tag, sets: kind.sets, body: putSchema(kind), response: recordSchema(kind),
      handler: async (ctx, { body }) => recordView(await put(ctx, kind, id, body, changes)),
    }),
  ];
}

function put(ctx: Ctx, kind: AnyKind, id: string, { body, expected, from }: { body: unknown; expected: string | null; from?: string | undefined }, changes: RegisterChanges): Promise<RecordVersion> {
  return changes.put(ctx, { kind: kind.name, id, body, expected, ...(from === undefined ? {} : { from: new Date(from) }) });
}

async function detail({ db }: Ctx, kind: AnyKind, id: string) {
  const now = await currentRecord(db, kind, id);
  const history = await recordHistory(db, kind, id);
  const shown = now ?? history[0];
  if (shown === undefined) throw problem('not-found', { detail: kind.shape === 'single' ? `The ${kind.plural} are not recorded yet` : `There is no ${kind.name} of this id`, value: id, wanted: kind.shape === 'single' ? `PUT /${kind.path}, or a company folder` : `an id of GET /${kind.path}` });
  return { ...recordView(shown), history: history.map(versionView), neededBy: await recordsReferringTo(db, kind.name, id) };
}

/** Who may put this, judged as the write will: a body that is none is nobody's. */
async function ownersOfPut({ db }: Ctx, kind: AnyKind, kinds: Kinds, id: string, body: unknown): Promise<string[]> {
  const put = putSchema(kind).safeParse(body);
  return put.success ? putOwners(db, kind, kinds, { id, body: put.data.body, expected: put.data.expected }) : recordOwners(db, kind, kinds, id);
}

function recordView(v: RecordVersion) {
  const { name, title } = v.body as { name?: string; title?: string };
  return { id: v.id, name: name ?? title ?? v.id, ...versionView(v) };
}

function versionView(v: RecordVersion) {
  return {
    version: v.versionId, body: v.body, validFrom: v.validFrom?.toISOString() ?? null, validTo: v.validTo?.toISOString() ?? null,
    recordedAt: v.recordedAt.toISOString(), supersededAt: v.supersededAt?.toISOString() ?? null, recordedBy: v.recordedBy, source: v.source,
  };
}
