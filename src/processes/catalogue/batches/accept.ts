import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem, problems } from '../../../platform/errors/index.ts';
import { queueJob } from '../../../platform/jobs/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';
import { currentRecord } from '../../../platform/register/index.ts';
import { defineWrite, type WriteCtx } from '../../../platform/write/index.ts';
import { canonicalJson, type Manifest } from '../../event-logs/versions/index.ts';
import { eventLogKind } from '../../log-register/index.ts';
import { importers } from '../imports.ts';
import type { KeepPseudonyms } from '../publish.ts';
import { currentVersion } from '../store.ts';
import { foldDelay, hidePersons, settledBy, typesOf } from './model.ts';
import type { PushedEvent } from './schemas.ts';
import { addBatch, batchByKey, foldsSince, lockBatches, waitingTypes, type BatchRow } from './store.ts';

export const foldJob = 'fold_batches';

export interface PushedBatch {
  readonly eventLog: string;
  readonly key: string;
  readonly events: readonly PushedEvent[];
}

/**
 * Accepts batches of events: all of one or nothing. Once it resolves, the batch is stored and will be folded into its log; the same key and
 * events again answer the same, with no second effect. Names of people never reach the table of batches.
 * @throws Problem `not-found` for no such log, `bad-input` for a value of another type than its log has, `key-used` for other events under a known key
 */
export function acceptBatches(pseudonym: Pseudonymiser, keepPseudonyms: KeepPseudonyms) {
  return defineWrite<PushedBatch, Pick<BatchRow, 'eventLog' | 'key' | 'events' | 'acceptedAt'>>({
    name: 'event-log.push',
    input: z.custom<PushedBatch>(),
    sets: importers,
    run: async (ctx, batch) => {
      const { tx, clock, actor } = ctx;
      const { eventLog, key } = batch;
      await lockBatches(tx, eventLog);
      const bodyHash = hashOf(batch.events, pseudonym);
      const known = await batchByKey(tx, eventLog, key);
      if (known !== undefined) return { result: knownReceipt(known, bodyHash), audit: [{ action: 'event-log.push-again', subjectKind: 'event-log', subjectId: eventLog, detail: { key } }] };
      const { types, events, personal } = await settle(ctx, batch, pseudonym);
      const at = clock.now();
      await addBatch(tx, { eventLog, key, bodyHash, body: events, types, pseudonyms: personal.map((p) => p.pseudonym), at, by: actor });
      await keepPseudonyms(tx, eventLog, personal, at);
      await queueFold(ctx, eventLog);
      return { result: { eventLog, key, events: events.length, acceptedAt: at }, audit: [{ action: 'event-log.push', subjectKind: 'event-log', subjectId: eventLog, detail: { key, events: events.length } }] };
    },
  });
}

/** Tells equal batches by a hash that only this workspace can make: what is hidden in them cannot be tried out against it. */
function hashOf(events: readonly PushedEvent[], pseudonym: Pseudonymiser): string {
  return pseudonym(`batch ${createHash('sha256').update(canonicalJson(events)).digest('hex')}`);
}

function knownReceipt(known: BatchRow, bodyHash: string): BatchRow {
  if (known.bodyHash === bodyHash) return known;
  throw problem('key-used', { detail: 'This Idempotency-Key came with other events before', value: known.key, wanted: `the same ${known.events} events again, or a new key for new ones`, at: { path: 'headers.idempotency-key' } });
}

async function settle({ tx }: WriteCtx, { eventLog, events: sent }: PushedBatch, pseudonym: Pseudonymiser) {
  const record = await currentRecord(tx, eventLogKind, eventLog);
  if (record === undefined) throw problem('not-found', { detail: 'There is no event log of this id', value: eventLog, wanted: 'an id of GET /event-logs; PUT /event-log-mappings/{id} makes a new one, of a name alone' });
  const settled = settledBy(record.body, (await currentVersion(tx, eventLog))?.manifest as Manifest | undefined);
  const { fresh: types, wrong } = typesOf(sent, new Map([...await waitingTypes(tx, eventLog), ...settled.types]));
  const twice = sent.findIndex((e) => e.id !== undefined && e.attributes !== undefined && Object.hasOwn(e.attributes, settled.idName));
  if (twice >= 0) throw problem('bad-input', { detail: `The event has its id twice: the log keeps it as the attribute “${settled.idName}”`, wanted: 'one of them', at: { path: `body.events.${twice}` } });
  if (wrong.length > 0) throw problems('bad-input', wrong.slice(0, 20));
  return { types, ...hidePersons(sent, settled, pseudonym) };
}

/** Folding waits a little for more, and the longer the more often this log was folded of late. */
async function queueFold({ tx, clock }: WriteCtx, eventLog: string): Promise<void> {
  const now = clock.now().getTime();
  const delay = foldDelay(await foldsSince(tx, eventLog, new Date(now - 300_000)));
  await queueJob(tx, foldJob, { eventLog }, { queueName: 'imports', jobKey: `${foldJob}:${eventLog}`, jobKeyMode: 'preserve_run_at', runAt: new Date(now + delay * 1000), maxAttempts: 10 });
}
