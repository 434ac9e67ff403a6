import { problem } from '../../platform/errors/index.ts';
import { spawnWorker } from '../../platform/worker/index.ts';
import { type Outcome, replicate, type Replications } from './outcome.ts';

export interface ReplicationLimits {
  readonly signal?: AbortSignal | undefined;
  /** What is done by then counts. */
  readonly timeLimitSeconds?: number | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** In a thread of its own however short they are, so that nobody else waits for them. */
  readonly ownThread?: boolean | undefined;
}

const longest = 300;
/** Steps of cases that take about a quarter of a second: fewer are not worth a thread. */
const fewSteps = 200_000;
/** Steps of cases of one run: about 300 MB of memory. */
const mostSteps = 5_000_000;

/**
 * Runs replications, in a worker thread where they are long, and keeps of each what `keep` says. Past the time limit it gives what is done,
 * fewer than were asked for.
 * @throws Problem `cancelled` when the signal fires, `too-large` where one run would take more memory than there is.
 */
export async function runReplications<T>(asked: Replications, { signal, timeLimitSeconds = longest, onProgress, ownThread = false }: ReplicationLimits, keep: (run: Outcome) => T): Promise<T[][]> {
  if (signal?.aborted === true) throw cancelled();
  const steps = stepsOf(asked);
  refuseTooMany(steps / asked.seeds.length / asked.scenarios.length);
  if (steps <= fewSteps && !ownThread) return [...replicate(asked)].map((runs) => runs.map(keep));
  const worker = spawnWorker(new URL('./simulation.worker.ts', import.meta.url), asked);
  const done: T[][] = [];
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      abort = () => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(resolve, timeLimitSeconds * 1000);
      worker.on('message', (outcomes: Outcome[]) => {
        done.push(outcomes.map(keep));
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

function refuseTooMany(steps: number): void {
  if (steps > mostSteps) throw problem('too-large', { detail: 'One run of this simulation would have too many steps of cases', value: `about ${Math.round(steps).toLocaleString('en-GB')} steps`, wanted: `at most ${mostSteps.toLocaleString('en-GB')}: fewer weeks, or fewer cases` });
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
