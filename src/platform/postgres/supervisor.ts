import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../errors/index.ts';
import { ensureRunning, type Launch, type Running } from './launch.ts';
import { isAlive, readPostmaster, worksIn, type Postmaster } from './postmaster.ts';
import { tie } from './tie.ts';

export type SupervisorEvent =
  | { readonly kind: 'started' | 'adopted' | 'restarted'; readonly pid: number }
  | { readonly kind: 'died'; readonly pid: number }
  | { readonly kind: 'restart-failed'; readonly error: unknown; readonly nextInMs: number }
  | { readonly kind: 'stopped' };

const lookEveryMs = 200;
const firstBackoffMs = 250;
const longestBackoffMs = 30_000;
const fastStopMs = 20_000;
const immediateStopMs = 15_000;

/** Keeps one PostgreSQL running: starts or adopts it, starts it again when it dies, stops it when told. */
export class Supervisor {
  readonly #launch: Launch;
  readonly #onEvent: (event: SupervisorEvent) => void;
  #running: Running | undefined;
  #over = false;
  #watch: Promise<void> | undefined;
  #wake = new AbortController();
  #untie = (): void => {};

  constructor(launch: Launch, onEvent: (event: SupervisorEvent) => void) {
    this.#launch = launch;
    this.#onEvent = onEvent;
  }

  /** The process id of the PostgreSQL last seen ready. */
  get pid(): number | undefined {
    return this.#running?.postmaster.pid;
  }

  async start(): Promise<Running> {
    const running = await ensureRunning(this.#launch);
    this.#take(running);
    this.#onEvent({ kind: running.adopted ? 'adopted' : 'started', pid: running.postmaster.pid });
    this.#watch = this.#keep();
    return running;
  }

  /** Stops watching and leaves PostgreSQL as it is. */
  async release(): Promise<void> {
    this.#over = true;
    this.#wake.abort();
    await this.#watch;
  }

  /** Stops PostgreSQL cleanly (a fast shutdown; an immediate one, from which it recovers, if that takes longer than 20 s). */
  async stop(): Promise<void> {
    await this.release();
    await stopPostmaster(this.#launch.place.cluster);
    this.#untie();
    this.#onEvent({ kind: 'stopped' });
  }

  #take(running: Running): void {
    this.#untie();
    this.#running = running;
    if (this.#launch.tied) this.#untie = tie(running.postmaster.pid, this.#launch.user);
  }

  async #keep(): Promise<void> {
    while (!this.#over) {
      await this.#untilDeath();
      if (this.#over || this.#running === undefined) return;
      this.#onEvent({ kind: 'died', pid: this.#running.postmaster.pid });
      await this.#restart();
    }
  }

  async #untilDeath(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    // A child of ours tells at once; an adopted server has to be looked at.
    const noticed = new AbortController();
    const notice = () => noticed.abort();
    running.child?.once('exit', notice);
    while (!this.#over && (await isAlive(running.postmaster.pid))) {
      await sleep(lookEveryMs, undefined, { ref: false, signal: AbortSignal.any([noticed.signal, this.#wake.signal]) }).catch(() => {});
      if (noticed.signal.aborted) break;
    }
    running.child?.off('exit', notice);
  }

  async #restart(): Promise<void> {
    for (let wait = firstBackoffMs; !this.#over; wait = Math.min(wait * 2, longestBackoffMs)) {
      try {
        const running = await ensureRunning(this.#launch);
        this.#take(running);
        this.#onEvent({ kind: 'restarted', pid: running.postmaster.pid });
        return;
      } catch (error) {
        this.#onEvent({ kind: 'restart-failed', error, nextInMs: wait });
        await sleep(wait, undefined, { signal: this.#wake.signal }).catch(() => {});
      }
    }
  }
}

async function stopPostmaster(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (found === undefined || !(await isAlive(found.pid)) || !(await worksIn(found.pid, cluster))) return;
  if (await signalled(found, 'SIGINT', fastStopMs)) return;
  if (await signalled(found, 'SIGQUIT', immediateStopMs)) return;
  throw problem('postgres-failed', { detail: 'PostgreSQL did not stop', value: `process ${found.pid}`, wanted: 'an end within 35 s' });
}

async function signalled({ pid }: Postmaster, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    throw error;
  }
  for (let waited = 0; waited < withinMs; waited += 20) {
    if (!(await isAlive(pid))) return true;
    await sleep(20);
  }
  return false;
}
