import type { Db } from '../../platform/db/index.ts';
import { Problem } from '../../platform/errors/index.ts';
import { currentRecord, type AsOf, type RecordVersion } from '../../platform/register/index.ts';
import { calendarKind, processKind, type Calendar, type Process } from '../../organisation/index.ts';
import { citedRecord, type Claim, type ClaimDocument } from '../../evidence/claims/index.ts';
import { eventLogKind } from '../../processes/log-register/index.ts';
import { currentVersion, versionOf } from '../../processes/catalogue/index.ts';
import type { SaidFilter } from '../../processes/event-logs/index.ts';
import { viewClaims, viewMethod } from '../../processes/saved-views/index.ts';
import { datasetOf, measureProcess, processInputs, weeklyMethod, type EventStore, type ProcessEvidence, type ProcessInputs } from '../../processes/performance/index.ts';
import { availabilityMethod, healthRecords, measureServices, type HealthRecords } from '../../basics/health/index.ts';
import type { Incident } from '../../basics/incidents/index.ts';
import type { Service } from '../../basics/services/index.ts';

/** A claim worked out again, or why it could not be. */
export type Again = { readonly claim: ClaimDocument } | { readonly gone: string } | { readonly absent: string };

/** The versions of the methods by which figures are worked out now. */
export const methodVersions: Readonly<Record<string, number>> = { [weeklyMethod.name]: weeklyMethod.version, [availabilityMethod.name]: availabilityMethod.version, [viewMethod.name]: viewMethod.version };

const notHere = 'Its inputs as recorded are not in this workspace';

/** Works claims out again, each process and each set of records once. */
export class Recomputed {
  readonly #db: Db;
  readonly #store: EventStore;
  readonly #known = new Map<string, Promise<ProcessEvidence>>();

  constructor(db: Db, store: EventStore) {
    this.#db = db;
    this.#store = store;
  }

  /** One claim, from its inputs as recorded or from what is on record today. */
  async claim(claim: ClaimDocument, when: 'as recorded' | 'today'): Promise<Again> {
    if (claim.method === weeklyMethod.name) {
      const inputs = when === 'today' ? await this.#inputsToday(claim) : await this.#inputsAsRecorded(claim);
      return 'gone' in inputs || 'absent' in inputs ? inputs : found(claim, (await this.#measured(inputs, claim)).claims);
    }
    if (claim.method === viewMethod.name) return this.#view(claim, when);
    const records = when === 'today' ? await healthRecords(this.#db) : await this.#recordsAsRecorded(claim);
    if ('absent' in records) return records;
    const { knownFrom, until } = claim.parameters;
    const evidence = measureServices(records, {
      asOf: new Date(claim.asOf), pinned: true, zone: claim.window.zone,
      ...(when === 'today' ? {} : { knownFrom: typeof knownFrom === 'string' ? Date.parse(knownFrom) : null }),
      ...(typeof until === 'string' ? { longRunTo: Date.parse(until) } : {}),
    }, Date.parse(claim.asOf));
    return found(claim, [...evidence.claims, ...evidence.services.flatMap((s) => s.health.claims)]);
  }

  /** All that was measured of a process beside one of its claims, from the inputs as recorded; undefined where these, or the method, are no more. */
  async process(claim: ClaimDocument): Promise<ProcessEvidence | undefined> {
    if (methodVersions[claim.method] !== claim.methodVersion) return undefined;
    const inputs = await this.#inputsAsRecorded(claim);
    return 'gone' in inputs || 'absent' in inputs ? undefined : this.#measured(inputs, claim);
  }

  /**
   * The records of services as they were known, with the versions that claims cite in the place of others, and of the incidents of these
   * services only those cited.
   */
  async healthRecords(claims: readonly ClaimDocument[], known: AsOf): Promise<HealthRecords> {
    const then = await healthRecords(this.#db, known);
    const sources = [...new Map(claims.filter((c) => c.method === availabilityMethod.name).flatMap((c) => c.sources).map((s) => [`${s.id}@${s.version}`, s])).values()];
    const cited = (await Promise.all(sources.map((s) => citedRecord(this.#db, s)))).filter((r) => r !== undefined);
    const of = <B>(kind: string) => cited.filter((r) => r.kind === kind) as RecordVersion<B>[];
    const merge = <B>(now: readonly RecordVersion<B>[], from: readonly RecordVersion<B>[]) => [...new Map([...now, ...from].map((r) => [r.id, r])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const services = of<Service>('service');
    const told = new Set(services.map((s) => s.id));
    const others = then.incidents.filter((i) => !i.body.services.some((s) => told.has(s)));
    return { services: merge(then.services, services), incidents: merge(others, of<Incident>('incident')), calendars: merge(then.calendars, of<Calendar>('calendar')) };
  }

  #measured(inputs: ProcessInputs, claim: ClaimDocument): Promise<ProcessEvidence> {
    const week = claim.key.split('/')[3];
    const asOf = Date.parse(String(claim.parameters['asOf']));
    const filter = claim.parameters['filter'] as SaidFilter | undefined;
    const key = [inputs.process.hash, inputs.calendar?.hash, inputs.dataset.version.id, asOf, week, JSON.stringify(filter)].join(' ');
    const measured = this.#known.get(key) ?? measureProcess(this.#store, inputs, { asOf, computedAt: asOf, week, filter });
    this.#known.set(key, measured);
    return measured;
  }

  async #inputsToday(claim: ClaimDocument): Promise<ProcessInputs | { absent: string }> {
    const process = await currentRecord(this.#db, processKind, claim.subject.id);
    const inputs = process === undefined ? undefined : await processInputs(this.#db, this.#store, process);
    return inputs ?? { absent: `The process ${claim.subject.id} has no events on record today` };
  }

  async #inputsAsRecorded(claim: ClaimDocument): Promise<ProcessInputs | { gone: string } | { absent: string }> {
    const cited = async <B>(kind: string): Promise<RecordVersion<B> | undefined> => {
      const source = claim.sources.find((s) => s.kind === 'record' && s.id.startsWith(`${kind}/`));
      return source === undefined ? undefined : ((await citedRecord(this.#db, source)) as RecordVersion<B> | undefined);
    };
    const events = claim.sources.find((s) => s.kind === 'event-log');
    const [process, calendar] = [await cited<Process>(processKind.name), await cited<Calendar>(calendarKind.name)];
    const log = events === undefined ? undefined : await currentRecord(this.#db, eventLogKind, events.id);
    const row = events === undefined ? undefined : await versionOf(this.#db, events.id, events.version);
    if (process === undefined || log === undefined || row === undefined) return { absent: notHere };
    if (row.collectedAt !== null) return { gone: `The rows of dataset version ${row.id.slice(0, 12)} were destroyed` };
    return { process, calendar, log, dataset: datasetOf(this.#store, row) };
  }

  /** A figure of a view again, on the dataset version that it cites or on today's. */
  async #view(claim: ClaimDocument, when: 'as recorded' | 'today'): Promise<Again> {
    const cited = claim.sources.find((s) => s.kind === 'event-log');
    const log = cited === undefined ? undefined : await currentRecord(this.#db, eventLogKind, cited.id);
    const row = cited === undefined ? undefined : when === 'today' ? await currentVersion(this.#db, cited.id) : await versionOf(this.#db, cited.id, cited.version);
    if (log === undefined || row === undefined) return { absent: notHere };
    if (row.collectedAt !== null) return { gone: `The rows of dataset version ${row.id.slice(0, 12)} were destroyed` };
    const { filter, step, until, variants } = claim.parameters as { filter: SaidFilter; step?: { from: string; to: string }; until?: string[]; variants?: Record<string, string> };
    const { version, importedAt } = datasetOf(this.#store, row);
    const c = await this.#store.engine.connect();
    try {
      const claims = await viewClaims(c, { eventLog: { id: log.id, name: log.body.name }, version, importedAt, filter, step: step ?? null, until, zone: claim.window.zone, asOf: Date.parse(claim.asOf), computedAt: Date.parse(claim.asOf) });
      const again = found(claim, claims);
      // A version that replaced all before it numbers its variants anew.
      return variants === undefined || !('claim' in again) || JSON.stringify(again.claim.parameters['variants']) === JSON.stringify(variants) ? again : { absent: 'The variants of this filter have other numbers today' };
    } catch (error) {
      if (error instanceof Problem && error.status < 500) return { absent: `Today’s events cannot answer it: ${error.detail}` };
      throw error;
    } finally {
      c.close();
    }
  }

  async #recordsAsRecorded(claim: ClaimDocument): Promise<HealthRecords | { absent: string }> {
    const cited = await Promise.all(claim.sources.filter((s) => s.kind === 'record').map((s) => citedRecord(this.#db, s)));
    if (cited.some((r) => r === undefined)) return { absent: notHere };
    const of = <B>(kind: string) => cited.filter((r) => r?.kind === kind) as RecordVersion<B>[];
    return { services: of<Service>('service'), incidents: of<Incident>('incident'), calendars: of<Calendar>('calendar') };
  }
}

function found(claim: ClaimDocument, claims: readonly Claim[]): Again {
  const same = claims.find((c) => c.key === claim.key);
  return same === undefined ? { absent: 'This figure is not worked out from these records any more' } : { claim: same };
}
