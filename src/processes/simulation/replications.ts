import { problem } from '../../platform/errors/index.ts';
import { spawnWorker } from '../../platform/worker/index.ts';
import { type Outcome, replicate, type Replications } from './outcome.ts';

export interface ReplicationLimits {
  readonly signal?: AbortSignal | undefined;
  /** What is done by then counts. */
  readonly timeLimitSeconds?: number | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

const longest = 300;
/** Steps of cases that take about a quarter of a second: fewer are not worth a thread. */
const fewSteps = 200_000;

/**
 * Runs replications, in a worker thread where they are long. Past the time limit it gives what is done, fewer than were asked for.
 * @throws Problem `cancelled` when the signal fires.
 */
export async function runReplications(asked: Replications, { signal, timeLimitSeconds = longest, onProgress }: ReplicationLimits = {}): Promise<Outcome[][]> {
  if (signal?.aborted === true) throw cancelled();
  if (stepsOf(asked) <= fewSteps) return [...replicate(asked)];
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

/** About how many steps of cases are simulated. */
function stepsOf({ model, window, scenarios, seeds }: Replications): number {
  const weeks = (window.until - window.from) / 604_800_000 + model.warmUpSeconds / 604_800;
  const length = model.routes.activities.length === 0 ? 0 : meanLength(model.routes);
  const most = scenarios.reduce((m, s) => Math.max(m, s.arrivals), 1);
  return model.arrivals.weekly * weeks * length * most * scenarios.length * seeds.length;
}

function meanLength({ from, cumulated }: Replications['model']['routes']): number {
  return cumulated.reduce((sum, upTo, r) => sum + (upTo - (cumulated[r - 1] ?? 0)) * (from[r + 1]! - from[r]!), 0) / cumulated.at(-1)!;
}

const cancelled = (): Error => problem('cancelled', { detail: 'The simulation was stopped' });
