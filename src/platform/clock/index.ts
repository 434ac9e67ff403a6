/** Where the time comes from: an argument everywhere, so that tests and `asOf` can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `instant`. */
export function fixedClock(instant: Date): Clock {
  return { now: () => new Date(instant) };
}
