import type { Clock } from '../clock/index.ts';
import { problem } from '../errors/index.ts';
import { attemptLimit } from './model.ts';

/** Counts failed passwords for each address, in this process; the address itself is what an attacker varies least. */
export class Attempts {
  readonly #clock: Clock;
  readonly #failures = new Map<string, { count: number; since: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws Problem `too-many-attempts` when `who` has failed too often lately; its detail says the minutes to wait. */
  check(who: string): void {
    const failed = this.#recent(who);
    if (failed === undefined || failed.count < attemptLimit.failures) return;
    const minutes = Math.ceil((failed.since + attemptLimit.minutes * 60_000 - this.#clock.now().getTime()) / 60_000);
    throw problem('too-many-attempts', { detail: `Too many failed attempts for this address; try again in ${minutes} min`, wanted: `at most ${attemptLimit.failures} failures in ${attemptLimit.minutes} min` });
  }

  failed(who: string): void {
    const now = this.#clock.now().getTime();
    const failed = this.#recent(who);
    this.#failures.set(who, failed === undefined ? { count: 1, since: now } : { ...failed, count: failed.count + 1 });
    if (this.#failures.size > 10_000) for (const key of this.#failures.keys()) this.#recent(key);
  }

  succeeded(who: string): void {
    this.#failures.delete(who);
  }

  #recent(who: string): { count: number; since: number } | undefined {
    const failed = this.#failures.get(who);
    if (failed === undefined || this.#clock.now().getTime() - failed.since < attemptLimit.minutes * 60_000) return failed;
    this.#failures.delete(who);
    return undefined;
  }
}
