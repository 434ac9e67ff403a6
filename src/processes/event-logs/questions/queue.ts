import { availableParallelism } from 'node:os';
import { problem } from '../../../platform/errors/index.ts';
import type { EngineConnection, EventEngine } from '../../../platform/event-engine/index.ts';

/** Who asks, so that turns go round among askers, and a signal by which they leave the line. */
export interface Asker {
  readonly by?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An engine as questions use it. */
export interface QuestionEngine {
  connect(asker?: Asker): Promise<EngineConnection>;
}

export interface QueueLimits {
  /** Questions worked on at once. */
  readonly running: number;
  /** Questions that may wait for their turn. */
  readonly waiting: number;
}

/** As many questions at once as there are cores, at least two, so that a long one never stops all others; a waiting line of 32 times that. */
export function queueLimits(cores = availableParallelism()): QueueLimits {
  const running = Math.max(2, cores);
  return { running, waiting: 32 * running };
}

interface Waiter { readonly begin: () => void }

/**
 * A line before a scarce thing: so many at once, the rest wait. Turns go round among those who ask, so that one who asks much does not
 * keep others waiting; each one's own questions keep their order.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  readonly #lines = new Map<string, Waiter[]>();
  #running = 0;
  #waiting = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Resolves when it is one's turn, with the function that ends it.
   * @throws Problem `busy` where the line is full, `cancelled` when the signal fires before the turn comes
   */
  async turn({ by = '', signal }: Asker = {}): Promise<() => void> {
    if (signal?.aborted === true) throw cancelled();
    if (this.#running < this.#limits.running) this.#running++;
    else await this.#wait(by, signal);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#running--;
      this.#next();
    };
  }

  #wait(by: string, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting >= this.#limits.waiting) throw problem('busy', { detail: 'Too many questions to the event logs are waiting for an answer', value: `${this.#waiting} waiting`, wanted: 'the same again in a few seconds' });
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { begin: () => { signal?.removeEventListener('abort', leave); resolve(); } };
      const leave = () => {
        const line = this.#lines.get(by)!;
        line.splice(line.indexOf(waiter), 1);
        if (line.length === 0) this.#lines.delete(by);
        this.#waiting--;
        reject(cancelled());
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#lines.set(by, [...(this.#lines.get(by) ?? []), waiter]);
      this.#waiting++;
    });
  }

  #next(): void {
    const [by, line] = this.#lines.entries().next().value ?? [];
    const first = line?.shift();
    if (by === undefined || line === undefined || first === undefined) return;
    // Who had a turn goes to the end of the round.
    this.#lines.delete(by);
    if (line.length > 0) this.#lines.set(by, line);
    this.#waiting--;
    this.#running++;
    first.begin();
  }
}

/**
 * An engine whose sessions wait in a line for their turn; closing a session ends it. A result that is streamed gives its turn back with its
 * first rows: from then on it is as slow as its reader, and the work is done.
 */
export function queuedEngine(engine: EventEngine, queue: FairQueue): EventEngine & QuestionEngine {
  return {
    connect: async (asker: Asker = {}) => {
      const end = await queue.turn(asker);
      try {
        return inTurn(await engine.connect(), end);
      } catch (error) {
        end();
        throw error;
      }
    },
    close: () => engine.close(),
  };
}

function inTurn(session: EngineConnection, end: () => void): EngineConnection {
  const close = () => { end(); session.close(); };
  const stream = async function* (...asked: Parameters<EngineConnection['stream']>): AsyncGenerator<unknown[]> {
    for await (const rows of session.stream<unknown>(...asked)) {
      end();
      yield rows;
    }
  };
  return new Proxy(session, {
    get: (target, key) => {
      if (key === 'close') return close;
      if (key === 'stream') return stream;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const cancelled = (): Error => problem('cancelled', { detail: 'Nobody waits for the answer any more' });
