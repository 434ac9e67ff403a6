import { parentPort } from 'node:worker_threads';
import { Problem, problem, type ProblemCode, type ProblemDetail } from '../errors/index.ts';
import { spawnWorker } from './spawn.ts';

/** What a worker that is asked once answers. */
type Answer = { readonly answer: unknown } | { readonly failure: { readonly code: ProblemCode; readonly first: ProblemDetail; readonly errors: readonly ProblemDetail[] } };

export interface AskLimits {
  readonly signal?: AbortSignal | undefined;
  readonly seconds: number;
  /** What is said where it takes longer. */
  readonly tooLong: ProblemDetail;
}

/**
 * Asks a worker one question, given as its `workerData`; the thread ends with the answer, the time limit or the signal.
 * @throws Problem that the worker threw; `too-long` past the time limit; `cancelled` where the signal says so.
 */
export async function askWorker<T>(source: URL, question: unknown, { signal, seconds, tooLong }: AskLimits): Promise<T> {
  if (signal?.aborted === true) throw cancelled();
  const worker = spawnWorker(source, question);
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    const said = await new Promise<Answer>((resolve, reject) => {
      abort = () => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(() => reject(problem('too-long', { value: `more than ${seconds} seconds`, ...tooLong })), seconds * 1000);
      worker.on('message', resolve);
      worker.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? problem('too-large', { ...tooLong, detail: 'This needs more memory than there is' }) : error));
      worker.on('exit', () => reject(new Error(`the worker ${source.pathname} ended without an answer`)));
    });
    if ('failure' in said) throw new Problem(said.failure.code, said.failure.first, said.failure.errors);
    return said.answer as T;
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** In a worker: answers the one question; a problem goes back to who asked as it is. */
export function answerOnce(work: () => unknown): void {
  parentPort!.postMessage(answerOf(work), []);
}

function answerOf(work: () => unknown): Answer {
  try {
    return { answer: work() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, value, wanted, at, errors } = error;
    const first = { detail, ...(value === undefined ? {} : { value }), ...(wanted === undefined ? {} : { wanted }), ...(at === undefined ? {} : { at }) };
    return { failure: { code, first, errors } };
  }
}

const cancelled = (): Error => problem('cancelled', { detail: 'Nobody waits for the answer any more' });
