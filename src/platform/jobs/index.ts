import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type AddJobFunction, type TaskSpec } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger as Pino } from 'pino';
import type pg from 'pg';
import type { Tx } from '../db/index.ts';

/** A job of the background: its payload as it was queued, and a signal that fires when the server stops. */
export interface Job<P = unknown> {
  readonly name: string;
  /** A cron line (`minute hour day month weekday`, UTC) for jobs that come round. */
  readonly every?: string;
  readonly run: (payload: P, signal: AbortSignal) => Promise<void>;
}

/** Who hears of a domain event, by name. */
export interface Subscription {
  readonly event: string;
  /** Stable: with the event it names the job that is retried alone when it fails. */
  readonly subscriber: string;
  readonly handle: (payload: unknown, signal: AbortSignal) => Promise<void>;
}

/** Queues a job in the transaction of the write that needs it: it runs if and only if that commits. */
export async function queueJob(tx: Tx, name: string, payload: unknown, spec: Pick<TaskSpec, 'jobKey' | 'jobKeyMode' | 'maxAttempts' | 'queueName' | 'runAt'> = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload ?? {})}::json, queue_name := ${spec.queueName ?? null}::text, max_attempts := ${spec.maxAttempts ?? 5}::int, job_key := ${spec.jobKey ?? null}::text, run_at := ${spec.runAt ?? null}::timestamptz, job_key_mode := ${spec.jobKeyMode ?? 'replace'}::text)`.execute(tx);
}

/** Tells lower folders, after this transaction commits, that something happened (the outbox of DESIGN §1). */
export async function emit(tx: Tx, event: string, payload: unknown): Promise<void> {
  await queueJob(tx, 'event', { event, payload });
}

export interface JobRunner {
  readonly queue: AddJobFunction;
  stop(): Promise<void>;
}

/** Runs jobs, cron lines and the outbox on `pool` until stopped; a failed job is retried with growing pauses. */
export async function startJobs(pool: pg.Pool, jobs: readonly Job[], subscriptions: readonly Subscription[], log: Pino): Promise<JobRunner> {
  const stopping = new AbortController();
  const tasks: Record<string, (payload: unknown) => Promise<void>> = {};
  for (const job of jobs) tasks[job.name] = (payload) => job.run(payload, stopping.signal);
  for (const s of subscriptions) tasks[`event:${s.event}:${s.subscriber}`] = (payload) => s.handle(payload, stopping.signal);
  const begin = async () => {
    // This process holds the workspace's lease, so whoever holds a job is dead: its jobs are begun again at once, not after four hours.
    await pool.query('select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))');
    return run({
      pgPool: pool,
      // With a delay, however short, an end of a job that cannot be recorded is tried again; without one it would end this process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      concurrency: 2,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'](message)),
      crontab: jobs.filter((j) => j.every !== undefined).map((j) => `${j.every} ${j.name}`).join('\n'),
      taskList: {
        ...tasks,
        event: async (message, helpers) => {
          const { event, payload } = message as { event: string; payload: unknown };
          for (const s of subscriptions.filter((x) => x.event === event)) await helpers.addJob(`event:${s.event}:${s.subscriber}`, payload as Record<string, unknown>);
        },
      },
    });
  };
  let runner = await begin();
  // A database that was away for long makes the runner give up: it is begun again until told to stop.
  const keep = async (): Promise<void> => {
    for (;;) {
      await runner.promise.catch((error: unknown) => log.warn({ err: error }, 'the jobs broke off'));
      while (!stopping.signal.aborted) {
        await sleep(againMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
        const next = stopping.signal.aborted ? undefined : await begin().catch((error: unknown) => { log.warn({ err: error }, 'the jobs cannot be begun again yet'); });
        if (next === undefined) continue;
        runner = next;
        break;
      }
      // Begun again while it was told to stop: that one must stop as well.
      if (stopping.signal.aborted) return void (await runner.stop().catch(() => {}));
    }
  };
  const keeping = keep();
  return {
    queue: (...job) => runner.addJob(...job),
    stop: async () => {
      stopping.abort();
      // One that has given up by itself has nothing left to stop.
      await runner.stop().catch((error: unknown) => log.debug({ err: error }, 'the jobs had stopped'));
      await keeping;
    },
  };
}

const againMs = 500;
