import { problem } from '../../platform/errors/index.ts';
import { spawnWorker } from '../../platform/worker/index.ts';
import type { Outcome, Replications } from './outcome.ts';

export interface ReplicationLimits {
  readonly signal?: AbortSignal | undefined;
  /** What is done by then counts. */
  readonly timeLimitSeconds?: number | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

const longest = 300;

/**
 * Runs replications in a worker thread. Past the time limit it gives what is done, fewer than were asked for.
 * @throws Problem `cancelled` when the signal fires.
 */
export async function runReplications(asked: Replications, { signal, timeLimitSeconds = longest, onProgress }: ReplicationLimits = {}): Promise<Outcome[][]> {
  if (signal?.aborted === true) throw cancelled();
  const worker = spawnWorker(new URL('./simulation.worker.ts', import.meta.url), asked);
  const done: Outcome[][] = [];
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      abort = () => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(resolve, timeLimitSeconds * 1000);
      worker.on('message', (outcomes: Outcome[]) => {
        done.push(outcomes);
        onProgress?.(done.length / asked.seeds.length);
        if (done.length === asked.seeds.length) resolve();
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
    return done;
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

const cancelled = (): Error => problem('cancelled', { detail: 'The simulation was stopped' });
