import { duration, intersect, merge, subtract, type Interval } from '../../maths/time/index.ts';

/** A stop of a service as recorded. Instants in milliseconds; `end` is null while it lasts. */
export interface Stop {
  readonly id: string;
  readonly kind: 'unplanned' | 'maintenance';
  readonly start: number;
  readonly end: number | null;
  /** When maintenance was announced; only an announcement before its start makes it agreed. */
  readonly announcedAt: number | null;
}

export interface AvailabilityInput {
  readonly window: Interval;
  /** The agreed service hours, as intervals that cover at least the window. */
  readonly hours: readonly Interval[];
  readonly stops: readonly Stop[];
  /** Time about which there is evidence; the rest is unknown, never up. */
  readonly known: readonly Interval[];
}

/** Time of a service in a window, in milliseconds of its service hours, and what follows from it. */
export interface Availability {
  /** Service hours less agreed maintenance. */
  readonly agreedMs: number;
  readonly downMs: number;
  readonly unknownMs: number;
  readonly maintenanceMs: number;
  /** 1 − down ÷ (agreed − unknown); null where nothing is known. */
  readonly share: number | null;
  /** If all unknown time was down, and if it was all up; null without agreed time. */
  readonly worst: number | null;
  readonly best: number | null;
  /** As users felt it: agreed maintenance is down too. */
  readonly felt: number | null;
  /** Unplanned stops that took service hours, overlapping ones as one, in order. */
  readonly episodes: readonly Interval[];
  /** Down within each episode, in service hours. */
  readonly episodeMs: readonly number[];
}

/** Whether a stop is agreed maintenance: announced before it began (METHODS §6). */
export function isAgreedMaintenance(stop: Stop): boolean {
  return stop.kind === 'maintenance' && stop.announcedAt !== null && stop.announcedAt < stop.start;
}

/**
 * Availability of one service in a window of its service hours: 1 − unplanned down ÷ (window − agreed maintenance), overlapping stops
 * merged first (METHODS §6). Maintenance that was not announced beforehand counts as down.
 * @example availability({ window, hours: [window], stops: [], known: [window] }).share // 1
 */
export function availability({ window, hours, stops, known }: AvailabilityInput): Availability {
  const inside = (stop: Stop): Interval => ({ start: Math.max(stop.start, window.start), end: Math.min(stop.end ?? window.end, window.end) });
  const service = intersect(hours, [window]);
  const maintenance = intersect(service, stops.filter(isAgreedMaintenance).map(inside));
  const agreed = subtract(service, maintenance);
  const outages = merge(stops.filter((s) => !isAgreedMaintenance(s)).map(inside));
  const down = intersect(agreed, outages);
  const unknown = subtract(subtract(agreed, known), down);
  const felt = intersect(service, [...down, ...maintenance]);
  const episodes = outages.map((episode) => ({ episode, ms: duration(intersect(agreed, [episode])) })).filter((e) => e.ms > 0);
  const [agreedMs, downMs, unknownMs] = [duration(agreed), duration(down), duration(unknown)];
  const share = (part: number, whole: number): number | null => (whole > 0 ? 1 - part / whole : null);
  return {
    agreedMs, downMs, unknownMs, maintenanceMs: duration(maintenance),
    share: share(downMs, agreedMs - unknownMs),
    worst: share(downMs + unknownMs, agreedMs),
    best: share(downMs, agreedMs),
    felt: share(duration(felt), duration(service) - unknownMs),
    episodes: episodes.map((e) => e.episode),
    episodeMs: episodes.map((e) => e.ms),
  };
}

/** What an objective allows in a window and what of it is used, in milliseconds. */
export interface Budget {
  readonly allowedMs: number;
  readonly usedMs: number;
  /** Negative where more was used than allowed. */
  readonly leftMs: number;
  /** Bad share ÷ (1 − objective): 1 uses exactly what is allowed. */
  readonly burn: number;
}

/**
 * The down time that an objective (a share below 1, as 0.995) allows in the agreed time: (1 − objective) × window.
 * @throws RangeError for an objective outside (0, 1).
 * @example budget(0.99, 100_000, 500) // { allowedMs: 1000, usedMs: 500, leftMs: 500, burn: 0.5 }
 */
export function budget(objective: number, agreedMs: number, downMs: number): Budget {
  if (!(objective > 0 && objective < 1)) throw new RangeError(`An objective is a share between 0 and 1: got ${objective}`);
  const allowedMs = Math.round((1 - objective) * agreedMs);
  return { allowedMs, usedMs: downMs, leftMs: allowedMs - downMs, burn: agreedMs > 0 ? downMs / agreedMs / (1 - objective) : 0 };
}
