import { Problem } from '../../../platform/errors/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { QuestionEngine } from '../../event-logs/questions/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { dropSteps, makeSteps, type Steps, type StepsQuestion, stepsNamed } from './steps.ts';

/** How much is kept, and for how long after it was last used. */
export interface StepLimits {
  /** Over all together; by what a step takes when it is packed. */
  readonly bytes: number;
  readonly entries: number;
  readonly idleSeconds: number;
}

/** Steps of 5 M events take some 120 MB with working times. */
const LIMITS: StepLimits = { bytes: 130_000_000, entries: 24, idleSeconds: 600 };
/** Of a packed step, measured on a log of 5 M events. */
const STEP_BYTES = { elapsed: 19, working: 24 } as const;

interface Kept {
  readonly name: string;
  readonly eventLog: string;
  readonly version: string;
  readonly made: Promise<void>;
  bytes: number;
  users: number;
  ready: boolean;
  idle?: NodeJS.Timeout;
}

/** What the steps are asked for: of which log and version, by whom. */
export interface StepsAsked extends StepsQuestion {
  readonly c: EngineConnection;
  readonly eventLog: string;
  readonly version: DatasetVersion;
}

let made = 0;

/**
 * Steps that were asked for last, so that the next question about the same cases finds them made. They are of one version, filter, calendar
 * and ends; a newer version of a log drops those of the older. Disposable: what is not there is made.
 */
export class StepCache {
  readonly #engine: QuestionEngine;
  readonly #limits: StepLimits;
  /** By what was asked, the one that was used last at the end. */
  readonly #kept = new Map<string, Kept>();
  /** What is not to be found any more, and goes once nobody uses it. */
  readonly #leaving = new Set<Kept>();

  constructor(engine: QuestionEngine, limits: Partial<StepLimits> = {}) {
    this.#engine = engine;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Does some work with the steps that are asked for; who asks for what another is making waits for it. */
  async with<T>(asked: StepsAsked, work: (steps: Steps) => Promise<T>): Promise<T> {
    const { c, eventLog, version, ...question } = asked;
    for (const old of this.#kept.values()) if (old.eventLog === eventLog && old.version !== version.id) this.#forget(old);
    const entry = this.#entry(asked);
    entry.users++;
    clearTimeout(entry.idle);
    try {
      await entry.made;
      return await work(stepsNamed(c, version, question, entry.name));
    } catch (error) {
      // Whoever made them went away: that is no reason for the others.
      if (!entry.ready && error instanceof Problem && error.code === 'cancelled' && question.signal?.aborted !== true) return await this.with(asked, work);
      throw error;
    } finally {
      entry.users--;
      await this.#makeRoom(c);
      // What nobody asks about any more, as of a version that is gone, is not kept for ever.
      entry.idle = setTimeout(() => { void this.#leave(entry).catch(() => {}); }, this.#limits.idleSeconds * 1000).unref();
    }
  }

  async #leave(entry: Kept): Promise<void> {
    this.#forget(entry);
    const c = await this.#engine.connect({ by: 'steps' });
    await this.#makeRoom(c).finally(() => c.close());
  }

  #entry(asked: StepsAsked): Kept {
    const key = keyOf(asked);
    const found = this.#kept.get(key);
    this.#kept.delete(key);
    const entry = found ?? this.#begin(asked);
    this.#kept.set(key, entry);
    return entry;
  }

  #begin({ c, eventLog, version, ...question }: StepsAsked): Kept {
    const name = `steps_${made++}`;
    const entry: Kept = { name, eventLog, version: version.id, bytes: 0, users: 0, ready: false, made: Promise.resolve().then(() => this.#fill(entry, c, version, question)) };
    return entry;
  }

  async #fill(entry: Kept, c: EngineConnection, version: DatasetVersion, question: StepsQuestion): Promise<void> {
    try {
      const steps = await makeSteps(c, version, question, entry.name);
      entry.bytes = steps * STEP_BYTES[question.calendar == null ? 'elapsed' : 'working'];
      entry.ready = true;
    } catch (error) {
      this.#forget(entry);
      throw error;
    }
  }

  #forget(entry: Kept): void {
    this.#leaving.add(entry);
    for (const [key, kept] of this.#kept) if (kept === entry) this.#kept.delete(key);
  }

  /** Lets go of what was not used for longest, until the rest is within the limits, and drops what nobody uses any more. */
  async #makeRoom(c: EngineConnection): Promise<void> {
    const { bytes, entries } = this.#limits;
    let all = [...this.#kept.values()].reduce((sum, k) => sum + k.bytes, 0);
    for (const old of this.#kept.values()) {
      if (all <= bytes && this.#kept.size <= entries) break;
      if (old.users > 0) continue;
      all -= old.bytes;
      this.#forget(old);
    }
    for (const entry of [...this.#leaving].filter((k) => k.users === 0)) {
      this.#leaving.delete(entry);
      // Another time, where it is still being let go of.
      await dropSteps(c, entry.name).catch(() => this.#leaving.add(entry));
    }
  }
}

function keyOf({ eventLog, version, filter, calendar, ends }: StepsAsked): string {
  return JSON.stringify([eventLog, version.id, filter ?? {}, calendar == null ? null : [calendar.zone, calendar.weekly, [...calendar.exceptions]], ends ?? []]);
}
