import type { Db } from '../platform/db/index.ts';
import type { RecordVersion } from '../platform/register/index.ts';
import { currentRecord } from '../platform/register/index.ts';
import { calendarKind, processKind, type Calendar, type Process } from '../organisation/index.ts';
import { citedRecord, sameFigure, type Claim, type ClaimDocument } from '../evidence/claims/index.ts';
import { eventLogKind } from '../processes/log-register/index.ts';
import { versionOf } from '../processes/catalogue/index.ts';
import { datasetOf, measureProcess, processInputs, weeklyMethod, type EventStore, type ProcessInputs } from '../processes/performance/index.ts';
import { availabilityMethod, healthRecords, measureServices, type HealthRecords } from '../basics/health/index.ts';
import type { Incident } from '../basics/incidents/index.ts';
import type { Service } from '../basics/services/index.ts';
import type { Brief, Verification } from './schemas.ts';

/** A claim worked out again, or why it could not be. */
type Again = { readonly claim: ClaimDocument } | { readonly gone: string } | { readonly absent: string };

const current: Readonly<Record<string, number>> = { [weeklyMethod.name]: weeklyMethod.version, [availabilityMethod.name]: availabilityMethod.version };

/**
 * Works every figure of a brief out again, twice: from its inputs as they were recorded, which must give the same figure, and on what
 * is on record today, which shows what moved. Both hold as of the brief's own moment.
 */
export async function verifyBrief(db: Db, store: EventStore, brief: Brief): Promise<Verification> {
  const recompute = recomputer(db, store);
  const rows: Verification['rows'] = [];
  for (const claim of brief.claims) {
    const today = await recompute(claim, 'today');
    rows.push({ claim: claim.id, quantity: claim.quantity, subject: claim.subject.name, recorded: claim.estimate, unit: claim.unit, today: 'claim' in today ? today.claim.estimate : null, ...(await verdictOf(claim, recompute)) });
  }
  return { figures: rows.length, same: rows.filter((r) => r.verdict === 'same').length, moved: rows.filter((r) => !close(r.recorded, r.today)).length, rows };
}

async function verdictOf(claim: ClaimDocument, recompute: ReturnType<typeof recomputer>): Promise<Pick<Verification['rows'][number], 'again' | 'verdict' | 'note'>> {
  const version = current[claim.method];
  if (version !== claim.methodVersion) return { again: null, verdict: 'method changed', note: `method changed v${claim.methodVersion} → ${version === undefined ? 'gone' : `v${version}`}` };
  const again = await recompute(claim, 'as recorded');
  if ('gone' in again) return { again: null, verdict: 'rows destroyed', note: again.gone };
  if ('absent' in again) return { again: null, verdict: 'not here', note: again.absent };
  const same = again.claim.id === claim.id && sameFigure(again.claim, claim);
  return { again: again.claim.estimate, verdict: same ? 'same' : 'differs', note: same ? null : again.claim.id === claim.id ? 'The same inputs and method give another figure' : 'The brief does not state these inputs and parameters as they are on record' };
}

const close = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/** Recomputes claims, each process and each set of records once. */
function recomputer(db: Db, store: EventStore) {
  const known = new Map<string, Promise<readonly Claim[]>>();
  const once = (key: string, work: () => Promise<readonly Claim[]>): Promise<readonly Claim[]> => {
    const found = known.get(key) ?? work();
    known.set(key, found);
    return found;
  };
  return async (claim: ClaimDocument, when: 'as recorded' | 'today'): Promise<Again> => {
    const find = (claims: readonly Claim[]): Again => {
      const found = claims.find((c) => c.key === claim.key);
      return found === undefined ? { absent: 'This figure is not worked out from these records any more' } : { claim: found };
    };
    if (claim.method === weeklyMethod.name) {
      const inputs = when === 'today' ? await inputsToday(db, store, claim) : await inputsAsRecorded(db, store, claim);
      if ('gone' in inputs || 'absent' in inputs) return inputs;
      const week = claim.key.split('/')[3];
      const asOf = Date.parse(String(claim.parameters['asOf']));
      const key = [inputs.process.hash, inputs.calendar?.hash, inputs.dataset.version.id, asOf, week].join(' ');
      return find(await once(key, async () => (await measureProcess(store, inputs, { asOf, computedAt: asOf, week })).claims));
    }
    const records = when === 'today' ? await healthRecords(db) : await recordsAsRecorded(db, claim);
    if ('absent' in records) return records;
    const time = (p: Readonly<Record<string, unknown>>) => ({
      asOf: new Date(claim.asOf), pinned: true, zone: claim.window.zone,
      ...(when === 'today' ? {} : { knownFrom: typeof p['knownFrom'] === 'string' ? Date.parse(p['knownFrom']) : null }),
      ...(typeof p['until'] === 'string' ? { longRunTo: Date.parse(p['until']) } : {}),
    });
    const evidence = measureServices(records, time(claim.parameters), Date.parse(claim.asOf));
    return find([...evidence.claims, ...evidence.services.flatMap((s) => s.health.claims)]);
  };
}

async function inputsToday(db: Db, store: EventStore, claim: ClaimDocument): Promise<ProcessInputs | { absent: string }> {
  const process = await currentRecord(db, processKind, claim.subject.id);
  const inputs = process === undefined ? undefined : await processInputs(db, store, process);
  return inputs ?? { absent: `The process ${claim.subject.id} has no events on record today` };
}

async function inputsAsRecorded(db: Db, store: EventStore, claim: ClaimDocument): Promise<ProcessInputs | { gone: string } | { absent: string }> {
  const cited = async <B>(kind: string): Promise<RecordVersion<B> | undefined> => {
    const source = claim.sources.find((s) => s.kind === 'record' && s.id.startsWith(`${kind}/`));
    return source === undefined ? undefined : ((await citedRecord(db, source)) as RecordVersion<B> | undefined);
  };
  const events = claim.sources.find((s) => s.kind === 'event-log');
  const [process, calendar] = [await cited<Process>(processKind.name), await cited<Calendar>(calendarKind.name)];
  const log = events === undefined ? undefined : await currentRecord(db, eventLogKind, events.id);
  const row = events === undefined ? undefined : await versionOf(db, events.id, events.version);
  if (process === undefined || log === undefined || row === undefined) return { absent: 'Its inputs as recorded are not in this workspace' };
  if (row.collectedAt !== null) return { gone: `The rows of dataset version ${row.id.slice(0, 12)} were destroyed` };
  return { process, calendar, log, dataset: datasetOf(store, row) };
}

async function recordsAsRecorded(db: Db, claim: ClaimDocument): Promise<HealthRecords | { absent: string }> {
  const found = await Promise.all(claim.sources.filter((s) => s.kind === 'record').map((s) => citedRecord(db, s)));
  if (found.some((r) => r === undefined)) return { absent: 'Its inputs as recorded are not in this workspace' };
  const of = <B>(kind: string) => found.filter((r) => r?.kind === kind) as RecordVersion<B>[];
  return { services: of<Service>('service'), incidents: of<Incident>('incident'), calendars: of<Calendar>('calendar') };
}
