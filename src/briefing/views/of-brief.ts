import { problem } from '../../platform/errors/index.ts';
import { currentRecord, type RecordVersion } from '../../platform/register/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { figureTime } from '../../organisation/index.ts';
import { type Claim, saveClaims } from '../../evidence/claims/index.ts';
import { currentVersion } from '../../processes/catalogue/index.ts';
import { recordedProcess } from '../../processes/log-register/index.ts';
import { datasetOf, type EventStore, logInputs, measuredAsOf, measureProcess } from '../../processes/performance/index.ts';
import { addressOf, filterOfView, type SavedView, savedViewKind, viewClaims } from '../../processes/saved-views/index.ts';
import type { Brief } from '../schemas.ts';
import { viewStatement } from './sentence.ts';

/** Of the weekly measures those that a brief tells of a view of them. */
const weekly: ReadonlySet<string> = new Set(['throughput', 'cycle-time-median']);

/**
 * Saved views as a brief lists them: what each showed at this moment, as claims that are put on record.
 * @throws Problem `bad-input` for a view that is not there, or whose log has no data.
 */
export async function viewsOfBrief(ctx: Pick<Ctx, 'db' | 'clock'>, store: EventStore, ids: readonly string[]): Promise<{ views: Brief['views']; claims: Claim[] }> {
  const views: Brief['views'] = [];
  const claims: Claim[] = [];
  for (const id of new Set(ids)) {
    const record = await currentRecord(ctx.db, savedViewKind, id);
    if (record === undefined) throw problem('bad-input', { detail: 'There is no saved view of this id', value: id, wanted: 'an id of GET /saved-views', at: { path: 'views' } });
    const found = await claimsOfView(ctx, store, record);
    claims.push(...found.claims);
    views.push(listed(record, found.claims, found.asOf));
  }
  await saveClaims(ctx.db, claims);
  return { views, claims };
}

/** A saved view as a brief lists it. */
export function listed(record: RecordVersion<SavedView>, claims: readonly Claim[], asOf: number): Brief['views'][number] {
  return { id: record.id, version: record.hash, name: record.body.name, statement: viewStatement(claims, asOf), to: addressOf(record.body) };
}

async function claimsOfView({ db, clock }: Pick<Ctx, 'db' | 'clock'>, store: EventStore, { id, body }: RecordVersion<SavedView>): Promise<{ claims: Claim[]; asOf: number }> {
  const [{ log, process }, row] = [await recordedProcess(db, body.eventLog), await currentVersion(db, body.eventLog)];
  if (log === undefined || row === undefined) throw problem('bad-input', { detail: 'The event log of this saved view has no data', value: id, wanted: 'a view of an event log with a version', at: { path: 'views' } });
  const time = await figureTime(db, clock);
  const [asOf, computedAt, filter] = [time.asOf.getTime(), clock.now().getTime(), filterOfView(body)];
  const c = await store.engine.connect();
  try {
    const { version, importedAt } = datasetOf(store, row);
    const claims = await viewClaims(c, { eventLog: { id: log.id, name: log.body.name }, version, importedAt, filter, until: process?.body.ends, zone: time.company.zone, asOf, computedAt });
    const inputs = body.view === 'measures' ? await logInputs(db, store, log.id) : undefined;
    if (inputs === undefined) return { claims, asOf };
    const measured = await measureProcess(store, inputs, { asOf: measuredAsOf(time, inputs.process.body.zone), computedAt, ...(Object.keys(filter).length === 0 ? {} : { filter }) });
    return { claims: [...claims, ...measured.claims.filter((k) => weekly.has(k.measure))], asOf };
  } finally {
    c.close();
  }
}
