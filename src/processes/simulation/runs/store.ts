import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/write/index.ts';
import { studyDefaults, type Study } from '../study.ts';
import { simulationMethod } from '../what-if.ts';
import type { SimulationInputs, SimulationRequest } from './model.ts';
import type { SimulationRunTable } from './tables.ts';
import './tables.ts';

export type RunState = SimulationRunTable['state'];

/** The same for runs whose checks are the same: one method, one log, the same rules and luck. */
export function hashOf({ dataset, rules }: SimulationInputs, seed: number): string {
  return createHash('sha256').update(JSON.stringify([simulationMethod.version, studyDefaults.validationRuns, dataset, rules, seed])).digest('hex');
}

/** Records a run that waits for its turn. */
export async function addRun(tx: Tx, r: { id: string; eventLog: string; request: SimulationRequest; inputs: SimulationInputs; at: Date; by: Actor }): Promise<void> {
  await sql`
    insert into simulation_run (id, event_log, state, request, inputs, inputs_hash, created_at, created_by_kind, created_by_id)
    values (${r.id}, ${r.eventLog}, 'waiting', ${JSON.stringify(r.request)}::jsonb, ${JSON.stringify(r.inputs)}::jsonb, ${hashOf(r.inputs, r.request.seed)}, ${r.at}, ${r.by.kind}, ${r.by.id})`.execute(tx);
}

/** A run of an event log by its id. */
export async function runById(db: Db | Tx, eventLog: string, id: string) {
  return db.selectFrom('simulationRun').selectAll().where('eventLog', '=', eventLog).where('id', '=', id).executeTakeFirst();
}

export type RunRow = NonNullable<Awaited<ReturnType<typeof runById>>>;

/** Runs of a log, the newest first, and how many there are. */
export async function runsOf(db: Db, eventLog: string, { limit, before }: { limit: number; before?: { at: Date; id: string } | undefined }): Promise<{ rows: RunRow[]; total: number }> {
  const all = db.selectFrom('simulationRun').where('eventLog', '=', eventLog);
  const { n } = await all.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await all.selectAll().$if(before !== undefined, (q) => q.where(sql<boolean>`(created_at, id) < (${before!.at}, ${before!.id}::uuid)`)).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return { total: Number(n), rows };
}

/** The newest run whose check holds for these inputs, undefined where there is none. */
export async function checkedRun(db: Db | Tx, eventLog: string, inputs: SimulationInputs, seed: number) {
  return db.selectFrom('simulationRun').selectAll().where('eventLog', '=', eventLog).where('inputsHash', '=', hashOf(inputs, seed)).where('state', '=', 'done').orderBy('createdAt', 'desc').limit(1).executeTakeFirst();
}

/** The differences of a run, in the order in which they are shown. */
export async function differencesOfRun(db: Db | Tx, run: string) {
  return db.selectFrom('simulationDifference').selectAll().where('run', '=', run).orderBy('position').execute();
}

export type DifferenceRow = Awaited<ReturnType<typeof differencesOfRun>>[number];

/** Moves a run on where it is in one of `from`; false where it is not (any more). */
export async function moveRun(tx: Tx, id: string, from: readonly RunState[], to: { state: RunState; startedAt?: Date; finishedAt?: Date; problem?: unknown }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('simulationRun').set({
    state: to.state,
    ...(to.startedAt === undefined ? {} : { startedAt: to.startedAt }),
    ...(to.finishedAt === undefined ? {} : { finishedAt: to.finishedAt }),
    ...(to.problem === undefined ? {} : { problem: sql`${JSON.stringify(to.problem)}::jsonb` as never }),
  }).where('id', '=', id).where('state', 'in', from).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps what a run found, with its differences. */
export async function keepStudy(tx: Tx, id: string, { differences, ...study }: Study): Promise<void> {
  await sql`update simulation_run set study = ${JSON.stringify(study)}::jsonb where id = ${id}`.execute(tx);
  if (differences.length === 0) return;
  await tx.insertInto('simulationDifference').values(differences.map((d, position) => ({
    run: id, measure: d.measure, position, quantity: d.quantity, unit: d.unit, beforeChange: d.before, afterChange: d.after, estimate: d.estimate, lo: d.lo, hi: d.hi,
    level: d.level, n: d.n, draws: [...d.draws], method: simulationMethod.name, methodVersion: simulationMethod.version, seed: d.seed, usable: d.usable,
  }))).execute();
}

/** Whether the rows of a version of a log are still there; retention destroys those of old cases. */
export async function rowsKept(db: Db | Tx, eventLog: string, version: string): Promise<boolean> {
  return (await db.selectFrom('datasetVersion').select('id').where('eventLog', '=', eventLog).where('id', '=', version).where('collectedAt', 'is', null).executeTakeFirst()) !== undefined;
}

/** The runs that wait or run by the record. */
export async function underWay(db: Db | Tx): Promise<string[]> {
  return (await db.selectFrom('simulationRun').select('id').where('state', 'in', ['waiting', 'running']).orderBy('createdAt').execute()).map((r) => r.id);
}
