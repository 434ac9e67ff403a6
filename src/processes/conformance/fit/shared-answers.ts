import { problem } from '../../../platform/errors/index.ts';

interface Entry<T> {
  readonly answer: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
  done: boolean;
}

/**
 * Answers that several readers wait for together, the latest kept: the work ends when the last who waits for it has gone.
 * @example await new SharedAnswers<number>(10).of('key', undefined, async () => 1) // 1
 */
export class SharedAnswers<T> {
  readonly #kept = new Map<string, Entry<T>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Problem `cancelled` where one's own signal fires first; else what the work throws. */
  async of(key: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted === true) throw cancelled();
    const entry = this.#kept.get(key) ?? this.#begin(key, work);
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    for (const [oldest, { done }] of this.#kept) if (this.#kept.size > this.#most && done) this.#kept.delete(oldest);
    entry.waiting++;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(cancelled());
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([entry.answer, left]);
    } finally {
      signal?.removeEventListener('abort', leave!);
      if (--entry.waiting === 0 && !entry.done) {
        this.#forget(key, entry);
        entry.stop.abort();
      }
    }
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const stop = new AbortController();
    const entry: Entry<T> = { answer: work(stop.signal), stop, waiting: 0, done: false };
    void this.#watch(key, entry);
    return entry;
  }

  async #watch(key: string, entry: Entry<T>): Promise<void> {
    try {
      await entry.answer;
    } catch {
      this.#forget(key, entry);
    } finally {
      entry.done = true;
    }
  }

  #forget(key: string, entry: Entry<T>): void {
    if (this.#kept.get(key) === entry) this.#kept.delete(key);
  }
}

const cancelled = (): Error => problem('cancelled', { detail: 'Nobody waits for the answer any more' });
