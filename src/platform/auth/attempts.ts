import type { Clock } from '../clock/index.ts';
import { problem } from '../errors/index.ts';
import { attemptLimit } from './model.ts';

/**
 * Counts the passwords tried for each address until one is right, in this process, which is the only one of a workspace; the address is what
 * an attacker varies least. A try is counted before its password is looked at, so that many at once are as few as one after another.
 */
export class Attempts {
  readonly #clock: Clock;
  readonly #tried = new Map<string, { count: number; since: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one try of `who`. @throws Problem `too-many-attempts` where too many came before it; its detail says the minutes to wait. */
  begin(who: string): void {
    const now = this.#clock.now().getTime();
    const tried = this.#recent(who) ?? { count: 0, since: now };
    if (tried.count >= attemptLimit.failures) {
      const minutes = Math.ceil((tried.since + attemptLimit.minutes * 60_000 - now) / 60_000);
      throw problem('too-many-attempts', { detail: `Too many failed attempts for this address; try again in ${minutes} min`, wanted: `at most ${attemptLimit.failures} failures in ${attemptLimit.minutes} min` });
    }
    this.#tried.set(who, { ...tried, count: tried.count + 1 });
    if (this.#tried.size > 10_000) for (const key of this.#tried.keys()) this.#recent(key);
  }

  /** The password was right: what came before is forgotten. */
  succeeded(who: string): void {
    this.#tried.delete(who);
  }

  /** The try came to nothing by no fault of the password, so it does not count. */
  withdrawn(who: string): void {
    const tried = this.#tried.get(who);
    if (tried !== undefined && tried.count > 0) this.#tried.set(who, { ...tried, count: tried.count - 1 });
  }

  #recent(who: string): { count: number; since: number } | undefined {
    const tried = this.#tried.get(who);
    if (tried === undefined || this.#clock.now().getTime() - tried.since < attemptLimit.minutes * 60_000) return tried;
    this.#tried.delete(who);
    return undefined;
  }
}
