import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Db } from '../../../platform/db/index.ts';
import { Problem, problem } from '../../../platform/errors/index.ts';
import type { EventEngine } from '../../../platform/event-engine/index.ts';
import { systemActor, type Actor, type Ctx } from '../../../platform/write/index.ts';
import { type DatasetVersion, FairQueue } from '../../event-logs/index.ts';
import type { Change } from '../scenario.ts';
import { study, type StudyStep } from '../study.ts';
import { runLimits, type SimulationInputs, type SimulationRequest, wholeCheck } from './model.ts';
import { checkedRun, underWay } from './store.ts';
import { beginRun, cancelRun, createRun, endRun, interruptRuns } from './writes.ts';

/** A simulation as it is asked for, with what it is made from. */
export interface Order {
  readonly eventLog: string;
  readonly version: DatasetVersion;
  readonly changes: readonly Change[];
  readonly request: SimulationRequest;
  readonly inputs: SimulationInputs;
}

export interface RunProgress {
  readonly step: 'waiting' | StudyStep;
  /** Of the whole, from 0 to 1. */
  readonly share: number;
}

export interface SimulationParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly engine: EventEngine;
  /** Hears of failures that nobody foresaw. */
  readonly onError: (error: unknown) => void;
  readonly timeLimitSeconds?: number;
}

interface UnderWay {
  readonly by: string;
  readonly cancel: AbortController;
  progress: RunProgress;
}

/** Where a run is when a step begins; the rest is the replications. */
const begun: Readonly<Record<StudyStep, number>> = { calibrating: 0.02, checking: 0.2, simulating: 0.4 };
const startedOver = problem('cancelled', { detail: 'The server stopped while this simulation was under way; nothing of it was kept', wanted: 'the same simulation once more' });

/**
 * Simulations of this process: one at a time, a short line before it in which turns go round among people. What is under way lives in this
 * process only; a run that it leaves behind is marked as interrupted when the next one begins.
 */
export class SimulationRuns {
  readonly #parts: SimulationParts;
  readonly #line = new FairQueue({ running: 1, waiting: runLimits.waiting });
  readonly #underWay = new Map<string, UnderWay>();
  readonly #ends = new Set<Promise<void>>();
  #stopping = false;

  constructor(parts: SimulationParts) {
    this.#parts = parts;
  }

  /** Marks what an earlier process left under way; resolves with the number of such runs. */
  async recover(): Promise<number> {
    const ids = await underWay(this.#parts.db);
    if (ids.length > 0) await interruptRuns(this.#system, { ids, why: startedOver.toJSON() });
    return ids.length;
  }

  /** The run goes on without whoever asked for it. */
  get #system(): Ctx {
    return { db: this.#parts.db, clock: this.#parts.clock, actor: systemActor };
  }

  /**
   * Puts a simulation in the line; resolves with its id once it is on record.
   * @throws Problem `busy` where the line is full or this person has enough in it.
   */
  async start(ctx: Ctx, order: Order): Promise<string> {
    this.#refuseTooMany(ctx.actor);
    const id = randomUUID(), cancel = new AbortController();
    // The place in the line is taken before anything is awaited, so that two cannot take the last one.
    const turn = this.#line.turn({ by: ctx.actor.id, signal: cancel.signal });
    turn.catch(() => {});
    this.#underWay.set(id, { by: ctx.actor.id, cancel, progress: { step: 'waiting', share: 0 } });
    try {
      await createRun(ctx, { id, order });
    } catch (error) {
      this.#underWay.delete(id);
      cancel.abort();
      void turn.then((end) => end(), () => {});
      throw error;
    }
    const end = this.#run(id, order, turn, cancel.signal).catch(this.#parts.onError);
    this.#ends.add(end);
    void end.finally(() => this.#ends.delete(end));
    return id;
  }

  /** How far a run is; undefined where it is not under way. */
  progress(id: string): RunProgress | undefined {
    return this.#underWay.get(id)?.progress;
  }

  /** Stops a run; false where it was over. */
  async cancel(ctx: Ctx, id: string): Promise<boolean> {
    const moved = await cancelRun(ctx, { id });
    this.#underWay.get(id)?.cancel.abort();
    return moved;
  }

  /** Stops everything that is under way and marks it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { cancel } of this.#underWay.values()) cancel.abort();
    await Promise.all(this.#ends);
    await this.recover();
  }

  #refuseTooMany({ id }: Actor): void {
    const own = [...this.#underWay.values()].filter((r) => r.by === id).length;
    if (this.#stopping) throw problem('busy', { detail: 'The server is stopping', wanted: 'the same again in a minute' });
    if (own >= runLimits.each) throw problem('busy', { detail: 'You have as many simulations under way as one person may', value: `${own} waiting or running`, wanted: 'the same again when one of them is over, or one of them cancelled' });
    if (this.#line.waiting >= runLimits.waiting) throw problem('busy', { detail: 'Too many simulations are waiting for their turn', value: `${this.#line.waiting} waiting`, wanted: 'the same again in a minute' });
  }

  async #run(id: string, order: Order, turn: Promise<() => void>, signal: AbortSignal): Promise<void> {
    let end: (() => void) | undefined;
    try {
      end = await turn;
      if (!(await beginRun(this.#system, { id }))) return;
      await endRun(this.#system, { id, state: 'done', study: await this.#study(id, order, signal) });
    } catch (error) {
      const known = error instanceof Problem ? error : problem('internal', { detail: 'The simulation broke; the server’s log says more' }, error);
      const state = this.#stopping ? 'interrupted' : known.code === 'cancelled' ? 'cancelled' : 'failed';
      await endRun(this.#system, { id, state, why: (state === 'interrupted' ? startedOver : known).toJSON() });
      if (!(error instanceof Problem)) throw error;
    } finally {
      end?.();
      this.#underWay.delete(id);
    }
  }

  async #study(id: string, { eventLog, version, changes, request, inputs }: Order, cancelled: AbortSignal) {
    const { db, engine, timeLimitSeconds = runLimits.seconds } = this.#parts;
    const { weeks, replications, seed } = request;
    const at = (progress: RunProgress) => { const run = this.#underWay.get(id); if (run !== undefined) run.progress = progress; };
    const began = performance.now();
    const left = () => Math.max(1, timeLimitSeconds - (performance.now() - began) / 1000);
    // Replications that are done when time is up count; a calibration that is not gives nothing.
    const late = AbortSignal.timeout(timeLimitSeconds * 1000 + 30_000);
    const known = (await checkedRun(db, eventLog, inputs, seed))?.study?.validation;
    const checked = known === undefined ? undefined : wholeCheck(known);
    const c = await engine.connect();
    try {
      return await study(c, version, inputs.rules, {
        changes, weeks, replications, seed, checked, ownThread: true, signal: AbortSignal.any([cancelled, late]), get timeLimitSeconds() { return left(); },
        onStep: (step) => at({ step, share: begun[step] }), onProgress: (share) => at({ step: 'simulating', share: begun.simulating + (1 - begun.simulating) * share }),
      });
    } catch (error) {
      if (late.aborted && !cancelled.aborted) throw problem('too-large', { detail: 'The simulation could not be calibrated in the time that it may take', value: `${timeLimitSeconds} s`, wanted: 'a smaller event log, or the command line with --time-limit' });
      throw error;
    } finally {
      c.close();
    }
  }
}
