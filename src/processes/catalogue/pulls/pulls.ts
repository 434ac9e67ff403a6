import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem, problem } from '../../../platform/errors/index.ts';
import { queueJob, type Job } from '../../../platform/jobs/index.ts';
import { allowedRanges, reachable } from '../../../platform/network/index.ts';
import { openSecret, type SecretBox } from '../../../platform/secrets/index.ts';
import { defineWrite, systemActor, type Ctx } from '../../../platform/write/index.ts';
import { makeFolders } from '../../event-logs/versions/index.ts';
import type { ImportParts } from '../imports.ts';
import { eventsDir } from '../places.ts';
import { incrementLimits, readIncrement, type Increment, type IncrementLimits } from './increment.ts';
import { backOff, nextAt } from './model.ts';
import { withRemote } from './remote.ts';
import { abandonedRuns, addRun, advance, beginRun, endRun, forgetRuns, hasOldRuns, pullById, pullsDue, runById, setFailed, type Pull, type PullRun } from './store.ts';
import { takeIn } from './take-in.ts';

export interface PullParts extends ImportParts {
  readonly box: SecretBox;
  /** For tests. */
  readonly limits?: IncrementLimits;
}

/** What the password of a pull is sealed with. */
export const aboutPull = (id: string): string => `pull ${id}`;

/** Who runs, pauses and cancels pulls; making one, with its password, is the administrator's. */
export const pullers = ['administrator', 'editor'] as const;

const [readJob, takeJob] = ['pull', 'pull_in'] as const;
const minute = 60_000;
const mostMinutes = 30;
const mostBegun = 6;
const keptDays = 30;

const abandoned = problem('internal', { detail: `The pull was begun ${mostBegun} times, and each time the server stopped before its end`, wanted: 'the server’s log looked at; the pull is tried again' });

interface Read {
  readonly increment: Increment;
  readonly pull: Pull;
  readonly folder: string;
}

/**
 * Pulls of this process: how far they are, and how they are cancelled. A pull reads what is new into a file, beside everything else; then it stands in
 * the line of the imports to be taken in. Where the server dies in between, it is begun again: the cursor moves only with the version.
 */
export class Pulls {
  readonly parts: PullParts;
  readonly #going = new Map<string, { rows: number; cancel: AbortController }>();
  readonly #read = new Map<string, Read>();

  constructor(parts: PullParts) {
    this.parts = parts;
  }

  /** Queues a pull now; resolves with the run, also where one was under way. */
  readonly queue = defineWrite<{ id: string }, void>({
    name: 'pull.run',
    input: z.object({ id: z.string() }),
    sets: pullers,
    run: async (ctx, { id }) => {
      const pull = await pullById(ctx.tx, id);
      if (pull === undefined) throw problem('not-found', { detail: 'There is no such pull', value: id, wanted: 'an id of GET /pulls' });
      const run = await this.#queue(ctx.tx, pull, ctx.actor);
      return { result: undefined, audit: [{ action: 'pull.run', subjectKind: 'pull', subjectId: id, detail: { run: run ?? 'under way already' } }] };
    },
  });

  async #queue(tx: Parameters<typeof addRun>[0], pull: Pick<Pull, 'id' | 'eventLog'>, by: Pick<Ctx['actor'], 'kind' | 'id'>): Promise<string | undefined> {
    const run = await addRun(tx, pull, this.parts.clock.now(), by);
    if (run !== undefined) await queueJob(tx, readJob, { run }, { queueName: 'pulls', maxAttempts: mostBegun, jobKey: `${readJob}:${run}` });
    return run;
  }

  rowsOf(run: string): number | undefined {
    return this.#going.get(run)?.rows;
  }

  /** Cancels a pull that is under way; false where it is over. */
  async cancel(ctx: Ctx, id: string): Promise<boolean> {
    const cancelled = await cancelRun(ctx, { id, next: await this.#nextOf(id) });
    this.stop(id);
    return cancelled;
  }

  /** Stops what is under way of a run that has ended on record. */
  stop(run: string): void {
    this.#going.get(run)?.cancel.abort();
  }

  async #nextOf(run: string): Promise<Date> {
    const { db, clock } = this.parts;
    const found = await runById(db, run);
    const pull = found === undefined ? undefined : await pullById(db, found.pull);
    return pull === undefined ? clock.now() : new Date(nextAt(pull.definition.schedule, clock.now().getTime()));
  }

  /** The jobs: what is due every minute, reading, taking in, and forgetting what ended long ago. */
  get jobs(): Job[] {
    const runOf = (payload: unknown) => (payload as { run: string }).run;
    return [
      { name: 'pulls_due', every: '* * * * *', run: () => this.queueDue() },
      { name: readJob, run: (payload, signal) => this.#guarded(runOf(payload), signal, (pull, run, going) => this.#readNew(pull, run, going)) },
      { name: takeJob, run: (payload, signal) => this.#guarded(runOf(payload), signal, (pull, run, going) => this.#take(pull, run, going)) },
      { name: 'forget_pull_runs', every: '33 3 * * *', run: () => this.forgetOld() },
    ];
  }

  /** Forgets runs that ended long ago. */
  async forgetOld(): Promise<void> {
    const { db, clock } = this.parts;
    const before = new Date(clock.now().getTime() - keptDays * 1440 * minute);
    if (await hasOldRuns(db, before)) await forgetOldRuns({ db, clock, actor: systemActor }, { before });
  }

  /** Queues every pull whose time has come, and ends those that no job is at any more. */
  async queueDue(): Promise<void> {
    const { db, clock } = this.parts;
    for (const run of await abandonedRuns(db)) await failRun({ db, clock, actor: systemActor }, { id: run.id, pull: run.pull, rows: 0, why: abandoned.toJSON() });
    for (const id of await pullsDue(db, clock.now())) {
      await db.transaction().execute(async (tx) => { const pull = await pullById(tx, id); if (pull !== undefined) await this.#queue(tx, pull, systemActor); });
    }
  }

  /** Runs one step of a pull; what goes wrong is its end and is on record, but for a server that stops. */
  async #guarded(id: string, stopping: AbortSignal, step: (pull: Pull, run: PullRun, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { db } = this.parts;
    const run = await runById(db, id);
    const pull = run === undefined ? undefined : await pullById(db, run.pull);
    if (run === undefined || !['queued', 'running'].includes(run.state)) return this.#drop(id);
    // A pull that was removed ended its run with it.
    if (pull === undefined) return this.#drop(id);
    const cancel = this.#going.get(id)?.cancel ?? new AbortController();
    this.#going.set(id, { rows: this.#going.get(id)?.rows ?? 0, cancel });
    const late = AbortSignal.timeout(mostMinutes * minute);
    try {
      await step(pull, run, AbortSignal.any([stopping, cancel.signal, late]));
    } catch (error) {
      await this.#drop(id);
      if (stopping.aborted && !cancel.signal.aborted) throw error;
      if (cancel.signal.aborted) return;
      const why = late.aborted ? problem('source-refused', { detail: `The pull took longer than ${mostMinutes} minutes`, wanted: 'a query that gives its rows faster: an index on the cursor column, or a narrower query' }) : error instanceof Problem ? error : problem('internal', { detail: 'The pull broke; the server’s log says more' }, error);
      await this.#fail(pull, id, why);
      if (!(error instanceof Problem)) throw error;
    }
  }

  async #readNew(pull: Pull, run: PullRun, signal: AbortSignal): Promise<void> {
    const { db, clock, dataDir, box, limits = incrementLimits } = this.parts;
    const { id } = run;
    if (!(await beginRun(db, id, { at: clock.now(), cursor: pull.cursor }))) return this.#drop(id);
    const { connection } = pull.definition;
    const password = await openSecret(db, box, pull.secret, aboutPull(pull.id));
    const address = await reachable(connection.host, await allowedRanges(db));
    const folder = await mkdtemp(join((await makeFolders(eventsDir(dataDir))).work, `pull-${process.pid}-`));
    try {
      const onRows = (rows: number) => { const going = this.#going.get(id); if (going !== undefined) going.rows = rows; };
      const increment = await withRemote(connection, address, password, signal, (remote) => readIncrement(remote, pull, join(folder, 'rows.csv'), { onRows, limits }));
      if (increment.rows === 0) await this.#nothing(pull, id, increment);
      else {
        this.#read.set(id, { increment, pull, folder });
        await db.transaction().execute((tx) => queueJob(tx, takeJob, { run: id }, { queueName: 'imports', maxAttempts: mostBegun, jobKey: `${takeJob}:${id}` }));
      }
    } finally {
      if (!this.#read.has(id)) await rm(folder, { recursive: true, force: true });
    }
    if (!this.#read.has(id)) await this.#drop(id);
  }

  async #take(now: Pull, run: PullRun, signal: AbortSignal): Promise<void> {
    const read = this.#read.get(run.id);
    // The server that read it is gone, and what it read with it.
    if (read === undefined) return this.parts.db.transaction().execute((tx) => queueJob(tx, readJob, { run: run.id }, { queueName: 'pulls', maxAttempts: mostBegun, jobKey: `${readJob}:${run.id}` }));
    if (now.revision !== read.pull.revision) throw problem('changed-meanwhile', { detail: 'The pull was changed while it was under way; what it had read was left', value: now.id });
    const { increment, pull, folder } = read;
    await takeIn(this.parts, { pull, run, increment, path: join(folder, 'rows.csv'), next: this.#next(pull, increment), signal });
    await this.#drop(run.id);
  }

  /** After a pull that left something, the next one follows at once, if only it got on. */
  #next({ definition, cursor }: Pull, increment: Increment): Date {
    const now = this.parts.clock.now().getTime();
    return new Date(increment.complete || increment.cursor === cursor ? nextAt(definition.schedule, now) : now);
  }

  async #nothing(pull: Pull, id: string, increment: Increment): Promise<void> {
    const { db, clock } = this.parts;
    const at = clock.now();
    await db.transaction().execute(async (tx) => {
      if (!(await advance(tx, pull.id, pull.revision, { cursor: pull.cursor, at, next: this.#next(pull, increment) }))) throw problem('changed-meanwhile', { detail: 'The pull was changed while it was under way', value: pull.id });
      const report = { rows: 0, events: 0, late: 0, newCases: 0, casesJoined: 0, duplicates: 0, rejected: 0, gaps: 0, ambiguous: 0 };
      await endRun(tx, id, { state: 'done', at, rows: 0, complete: true, cursor: pull.cursor, report });
    });
  }

  async #fail(pull: Pull, id: string, why: Problem): Promise<void> {
    const { db, clock } = this.parts;
    await failRun({ db, clock, actor: systemActor }, { id, pull: pull.id, why: why.toJSON(), rows: this.#going.get(id)?.rows ?? 0 });
  }

  async #drop(id: string): Promise<void> {
    const read = this.#read.get(id);
    this.#read.delete(id);
    this.#going.delete(id);
    if (read !== undefined) await rm(read.folder, { recursive: true, force: true });
  }
}

const cancelRun = defineWrite<{ id: string; next: Date }, boolean>({
  name: 'pull.cancel',
  input: z.custom<{ id: string; next: Date }>(),
  sets: pullers,
  run: async ({ tx, clock }, { id, next }) => {
    const run = await runById(tx, id);
    const cancelled = await endRun(tx, id, { state: 'cancelled', at: clock.now() });
    if (cancelled) await tx.updateTable('pull').set({ nextAt: next }).where('id', '=', run!.pull).where('state', '=', 'active').execute();
    return { result: cancelled, audit: [{ action: 'pull.cancel', subjectKind: 'pull', subjectId: run?.pull ?? id, detail: { run: id, cancelled } }] };
  },
});

interface Failure {
  readonly id: string;
  readonly pull: string;
  readonly why: Record<string, unknown>;
  readonly rows: number;
}

const failRun = defineWrite<Failure, void>({
  name: 'pull.failed',
  input: z.custom<Failure>(),
  sets: pullers,
  run: async ({ tx, clock }, { id, pull: of, why, rows }) => {
    const at = clock.now();
    const pull = await pullById(tx, of);
    const failures = (pull?.failures ?? 0) + 1;
    await endRun(tx, id, { state: 'failed', at, rows, problem: why });
    await setFailed(tx, of, { failures, why, next: new Date(at.getTime() + backOff(failures) * 1000) });
    return { result: undefined, audit: [{ action: 'pull.failed', subjectKind: 'pull', subjectId: of, detail: { run: id, failures, code: String(why['code']) } }] };
  },
});

const forgetOldRuns = defineWrite<{ before: Date }, void>({
  name: 'pull-run.forget',
  input: z.object({ before: z.date() }),
  sets: pullers,
  run: async ({ tx }, { before }) => {
    const counts = await forgetRuns(tx, before);
    return { result: undefined, audit: counts.map(({ pull, ...detail }) => ({ action: 'pull-run.forget', subjectKind: 'pull', subjectId: pull, detail: { ...detail, before: before.toISOString() } })) };
  },
});
