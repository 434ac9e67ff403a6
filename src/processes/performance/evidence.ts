import { localDay, startOfDay } from '../../maths/time/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { currentRecords, type RecordVersion } from '../../platform/register/index.ts';
import { agreedHours, processKind, workingCalendar, type Calendar, type FigureTime, type Process } from '../../organisation/index.ts';
import type { Claim, RowsAnswer } from '../../evidence/claims/index.ts';
import { currentVersion, versionOf } from '../catalogue/index.ts';
import { inSession } from '../event-logs/asking.ts';
import { filterOf } from '../event-logs/filter-query.ts';
import { filterSql } from '../event-logs/questions/filter.ts';
import { queryOf, type SaidFilter } from '../event-logs/said-filter.ts';
import type { DatasetVersion, Manifest } from '../event-logs/versions/manifest.ts';
import { relations } from '../event-logs/versions/relations.ts';
import type { QuestionEngine } from '../event-logs/questions/index.ts';
import { calendarOf, eventLogKind, type EventLogRecord, recordedProcess } from '../log-register/index.ts';
import { processClaims, processSeries } from './claims.ts';
import type { Performance, PerformanceRules } from './model.ts';
import { allProcessCases, processCases, type CasesQuestion } from './rows.ts';
import { eventSource } from './source.ts';
import { weeklyPerformance } from './weekly.ts';

/** Where events are, and the engine that reads them. */
export interface EventStore {
  readonly engine: QuestionEngine;
  /** The folder of parts and manifests. */
  readonly dir: string;
}

/** What the measures of a process rest on: versions of its record, of its calendar and of its event log. */
export interface ProcessInputs {
  readonly process: RecordVersion<Process>;
  readonly calendar: RecordVersion<Calendar> | undefined;
  readonly log: RecordVersion<EventLogRecord>;
  readonly dataset: { readonly version: DatasetVersion; readonly importedAt: Date };
}

export interface ProcessEvidence {
  readonly process: RecordVersion<Process>;
  readonly rules: PerformanceRules;
  readonly performance: Performance;
  readonly claims: readonly Claim[];
  readonly series: ReturnType<typeof processSeries>;
}

/** The inputs of a process as they are now; undefined before its event log has data. */
export async function processInputs(db: Db, store: EventStore, process: RecordVersion<Process>): Promise<ProcessInputs | undefined> {
  const calendar = await calendarOf(db, process);
  const logs = (await currentRecords(db, eventLogKind)).filter((l) => l.body.process === process.id);
  for (const log of logs) {
    const row = await currentVersion(db, log.id);
    if (row !== undefined) return { process, calendar, log, dataset: datasetOf(store, row) };
  }
  return undefined;
}

/** A row of the catalogue as the measures read it. */
export function datasetOf(store: EventStore, row: { readonly id: string; readonly manifest: unknown; readonly importedAt: Date }): ProcessInputs['dataset'] {
  return { version: { id: row.id, manifest: row.manifest as Manifest, dir: store.dir }, importedAt: row.importedAt };
}

/** What a process's record and calendar say about measuring it. */
export function rulesOf({ process: { body }, calendar }: Pick<ProcessInputs, 'process' | 'calendar'>): PerformanceRules {
  const hours = agreedHours({ zone: body.zone, hours: body.hours }, calendar?.body);
  return {
    zone: body.zone, ends: body.ends, closedAfterSeconds: body.closedAfter?.seconds ?? null, targetSeconds: body.target?.seconds ?? null,
    calendar: hours === undefined ? null : workingCalendar(hours),
  };
}

/**
 * The moment as of which a process is measured: the workspace's where it stands still, else the beginning of today in its zone, since
 * only whole weeks are measured and a figure should not get a new identity every second.
 */
export function measuredAsOf({ asOf, pinned }: Pick<FigureTime, 'asOf' | 'pinned'>, zone: string): number {
  return pinned ? asOf.getTime() : startOfDay(zone, localDay(zone, asOf.getTime()));
}

interface MeasureProcessOptions {
  readonly asOf: number;
  readonly computedAt: number;
  readonly week?: string | undefined;
  /** Which cases are measured; absent: all. */
  readonly filter?: SaidFilter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The measures of a process from given inputs, as claims of its last measured week (or of `week`) and weekly series; on a session of its own. */
export async function measureProcess({ engine }: EventStore, inputs: ProcessInputs, options: MeasureProcessOptions): Promise<ProcessEvidence> {
  const connection = await engine.connect();
  try {
    return await measureProcessOn(connection, inputs, options);
  } finally {
    connection.close();
  }
}

/** The same on a session that nobody else asks of meanwhile. */
export async function measureProcessOn(c: EngineConnection, inputs: ProcessInputs, { asOf, computedAt, week, filter, signal }: MeasureProcessOptions): Promise<ProcessEvidence> {
  const { process, calendar, log, dataset } = inputs;
  const rules = rulesOf(inputs);
  const cases = filter === undefined ? undefined : await chosenCases(c, dataset.version, filter, { signal });
  const performance = await weeklyPerformance(c, { ...eventSource(dataset.version), cases }, rules, { asOf, ...(signal === undefined ? {} : { signal }) });
  const until = week === undefined ? performance : { ...performance, weeks: performance.weeks.slice(0, performance.weeks.findIndex((w) => w.week.id === week) + 1) };
  const newest = performance.lastEvent === null ? null : new Date(performance.lastEvent).toISOString();
  const sources: Claim['sources'] = [
    { kind: 'event-log', id: log.id, version: dataset.version.id, name: log.body.name, recordedAt: dataset.importedAt.toISOString(), evidenceUpTo: newest },
    ...[process, ...(calendar === undefined ? [] : [calendar])].map((r) => ({ kind: 'record' as const, id: `${r.kind}/${r.id}`, version: r.hash, name: r.body.name, recordedAt: r.recordedAt.toISOString(), evidenceUpTo: null })),
  ];
  const claims = processClaims({ process: { id: process.id, name: process.body.name }, eventLog: log.id, rules, performance: until, filter, sources, asOf, computedAt });
  return { process, rules, performance, claims, series: processSeries(performance, rules) };
}

/** A table of the cases that a filter lets pass. */
async function chosenCases(c: EngineConnection, version: DatasetVersion, filter: SaidFilter, options: RunOptions): Promise<string> {
  const where = await filterSql(c, version, await filterOf(c, version, queryOf(filter)));
  await c.run(`CREATE OR REPLACE TEMP TABLE performance_chosen AS SELECT k."case" FROM ${relations(version).cases} k WHERE ${where?.where ?? 'true'}`, where?.values ?? [], options);
  return 'performance_chosen';
}

/** The inputs of the process that an event log records, with the events of this log; undefined where it records none or has no data. */
export async function logInputs(db: Db, store: EventStore, eventLog: string): Promise<ProcessInputs | undefined> {
  const { log, process, calendar } = await recordedProcess(db, eventLog);
  const row = await currentVersion(db, eventLog);
  if (log === undefined || process === undefined || row === undefined) return undefined;
  return { process, calendar, log, dataset: datasetOf(store, row) };
}

/** Measured processes by their inputs: nothing is worked out twice while nothing changed. */
export class ProcessMeasures {
  readonly #store: EventStore;
  readonly #known = new Map<string, Promise<ProcessEvidence>>();

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** The measures of one process now; undefined before its event log has data. */
  async of(db: Db, process: RecordVersion<Process>, time: FigureTime, computedAt: number): Promise<ProcessEvidence | undefined> {
    const inputs = await processInputs(db, this.#store, process);
    if (inputs === undefined) return undefined;
    const asOf = measuredAsOf(time, process.body.zone);
    const key = [process.id, process.hash, inputs.calendar?.hash, inputs.log.hash, inputs.dataset.version.id, asOf].join(' ');
    let found = this.#known.get(key);
    if (found === undefined) {
      // One entry a process is enough: an older one is never asked for again.
      for (const old of this.#known.keys()) if (old.startsWith(`${process.id} `)) this.#known.delete(old);
      found = measureProcess(this.#store, inputs, { asOf, computedAt });
      this.#known.set(key, found);
      found.catch(() => this.#known.delete(key));
    }
    return found;
  }

  /** The measures of every process that has data. */
  async all(db: Db, time: FigureTime, computedAt: number): Promise<{ process: RecordVersion<Process>; evidence: ProcessEvidence | undefined }[]> {
    const out = [];
    for (const process of await currentRecords(db, processKind)) out.push({ process, evidence: await this.of(db, process, time, computedAt) });
    return out;
  }
}

/** Answers the question “process-cases” of weekly claims. */
export function processCasesAnswer({ engine, dir }: EventStore): RowsAnswer {
  return {
    page: async ({ actor, db }, claim, page, signal) => {
      const { version, question } = await behind(db, dir, claim);
      return inSession({ engine }, { by: actor.id, signal }, (c, ends) => processCases(c, version, question, page, { signal: ends }));
    },
    all: async ({ actor, db }, claim, signal) => {
      const { version, question } = await behind(db, dir, claim);
      return allProcessCases(() => engine.connect({ by: actor.id, signal }), version, question, signal);
    },
  };
}

/** The dataset version that a claim cites, and which of its cases lie behind the figure. */
async function behind(db: Db | Tx, dir: string, claim: Claim): Promise<{ version: DatasetVersion; question: CasesQuestion }> {
  const { eventLog, which, from, to, asOf, filter } = claim.rows!.parameters as { eventLog: string; which: 'completed' | 'in-progress'; from: number; to: number; asOf: number; filter?: SaidFilter };
  const cited = claim.sources.find((s) => s.kind === 'event-log')!;
  const row = await versionOf(db, eventLog, cited.version);
  if (row === undefined || row.collectedAt !== null) {
    throw problem('rows-destroyed', { detail: `The rows behind this figure were destroyed${row?.collectedAt == null ? '' : ` on ${row.collectedAt.toISOString().slice(0, 10)}`}, as the retention of their event log asks; the figure stays on record`, value: cited.version.slice(0, 12), wanted: 'a figure of a dataset version that is still kept' });
  }
  const { ends, closedAfterSeconds, targetSeconds } = claim.parameters as { ends: string[]; closedAfterSeconds: number; targetSeconds: number | null };
  return { version: { id: row.id, manifest: row.manifest as Manifest, dir }, question: { which, from, to, asOf, ends, closedAfterSeconds, targetSeconds, ...(filter === undefined ? {} : { filter }) } };
}
