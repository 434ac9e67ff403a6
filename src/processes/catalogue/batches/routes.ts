import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { pageOf, pageQuery, readOffset, route, writeCursor, type AnyRoute } from '../../../platform/http/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';
import { currentRecord } from '../../../platform/register/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { eventLogKind } from '../../log-register/index.ts';
import { importers } from '../imports.ts';
import type { KeepPseudonyms } from '../publish.ts';
import { acceptBatches } from './accept.ts';
import { retryBatches } from './fold.ts';
import { batchSchema, eventBatchSchema, keySchema, receiptSchema } from './schemas.ts';
import { batchByKey, listBatches, type BatchRow } from './store.ts';

const tag = 'event logs';
const idParams = z.object({ id: z.string().max(200) });
const mebibyte = 2 ** 20;

/** Events over the API: batches in, and what became of each. */
export function batchRoutes({ pseudonym, keepPseudonyms }: { readonly pseudonym: Pseudonymiser; readonly keepPseudonyms: KeepPseudonyms }): AnyRoute[] {
  const accept = acceptBatches(pseudonym, keepPseudonyms);
  return [
    route({
      method: 'POST', path: '/event-logs/:id/events', id: 'pushEvents', summary: 'Add a batch of events to an event log; it is stored when this answers, and in the log within seconds', tag, sets: importers,
      params: idParams, headers: z.object({ 'idempotency-key': keySchema.describe('Names the batch: the same key and body again answer the same and have no second effect; the same key with another body is refused') }), body: batchSchema, bodyLimit: 8 * mebibyte, response: receiptSchema, status: 202,
      handler: async (ctx, { params, body, request }) => receiptOf(await accept(ctx, { eventLog: params.id, key: String(request.headers['idempotency-key']), events: body.events })),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/batches', id: 'listEventBatches', summary: 'Batches that came over the API in the last 30 days, the newest first', tag, sets: anySet,
      params: idParams, query: pageQuery.extend({ state: eventBatchSchema.shape.state.optional() }), response: pageOf(eventBatchSchema),
      handler: async (ctx, { params, query }) => {
        await mustBeThere(ctx, params.id);
        const { rows, total } = await listBatches(ctx.db, params.id, { state: query.state, limit: query.limit + 1, before: query.cursor === undefined ? undefined : readOffset(query.cursor) });
        const items = rows.slice(0, query.limit);
        return { items: items.map(batchOf), total, next: rows.length > items.length ? writeCursor([Number(items.at(-1)!.seq)]) : null };
      },
    }),
    route({
      method: 'GET', path: '/event-logs/:id/batches/:key', id: 'getEventBatch', summary: 'What became of a batch', tag, sets: anySet, params: idParams.extend({ key: z.string().max(200) }), response: eventBatchSchema,
      handler: async ({ db }, { params }) => {
        const found = await batchByKey(db, params.id, params.key);
        if (found === undefined) throw problem('not-found', { detail: 'There is no such batch', value: params.key, wanted: 'an Idempotency-Key of the last 30 days' });
        return batchOf(found);
      },
    }),
    route({
      method: 'POST', path: '/event-logs/:id/batches/retry', id: 'retryEventBatches', summary: 'Try failed batches once more, all of a log or one by its key', tag, sets: importers, params: idParams,
      body: z.strictObject({ key: z.string().max(200).optional() }), response: z.object({ batches: z.number().int().describe('That are tried again') }), status: 202,
      handler: async (ctx, { params, body }) => { await mustBeThere(ctx, params.id); return { batches: await retryBatches(ctx, { eventLog: params.id, key: body.key }) }; },
    }),
  ];
}

async function mustBeThere({ db }: Ctx, id: string): Promise<void> {
  if ((await currentRecord(db, eventLogKind, id)) === undefined) throw problem('not-found', { detail: 'There is no event log of this id', value: id, wanted: 'an id of GET /event-logs' });
}

function receiptOf({ eventLog, key, events, acceptedAt }: Pick<BatchRow, 'eventLog' | 'key' | 'events' | 'acceptedAt'>): z.input<typeof receiptSchema> {
  return { eventLog, key, events, acceptedAt: acceptedAt.toISOString() };
}

function batchOf(b: BatchRow): z.input<typeof eventBatchSchema> {
  return { ...receiptOf(b), state: b.state, version: b.version, tries: b.tries, nextTryAt: b.retryAt?.toISOString() ?? null, foldedAt: b.foldedAt?.toISOString() ?? null, fold: b.fold, problem: b.problem };
}
