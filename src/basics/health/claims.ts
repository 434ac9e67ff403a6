import { duration, intersect, workingIntervals, type Interval, type WorkingCalendar } from '../../maths/time/index.ts';
import { claimKey, withId, type Claim } from '../../evidence/claims/index.ts';
import { availability, budget, type Availability, type Stop } from './model-availability.ts';
import { longRun } from './model-episodes.ts';
import { lastWhole, type LevelWindow, type NamedWindow } from './model-window.ts';

/** A service as its health is worked out; instants in milliseconds. */
export interface ServiceHealthInput {
  readonly service: { readonly id: string; readonly name: string };
  /** Null where no hours were agreed: then there is no figure, and it says so. */
  readonly hours: WorkingCalendar | null;
  /** The agreed level, a share, and over what; null where none was agreed. */
  readonly objective: { readonly share: number; readonly window: LevelWindow } | null;
  readonly zone: string;
  readonly stops: readonly Stop[];
  /** Since when stops are on record; before it nothing is known. */
  readonly knownFrom: number | null;
  readonly asOf: number;
  /** The end of the long run; the beginning of today where time runs, so that a figure keeps its identity for a day. */
  readonly longRunTo?: number;
  readonly computedAt: number;
  readonly sources: Claim['sources'];
}

export interface ServiceHealth {
  readonly window: NamedWindow;
  readonly availability: Availability | null;
  /** Whether it is up at `asOf`: unknown before records begin. */
  readonly state: 'up' | 'down' | 'maintenance' | 'unknown';
  /** Since when the stop that lasts has lasted. */
  readonly since: number | null;
  /** Whether it was below its agreed level: null where that cannot be told. */
  readonly below: boolean | null;
  readonly claims: readonly Claim[];
}

export const availabilityMethod = { name: 'availability from stops', version: 1 } as const;

/** The health of one service: its last whole window against the agreed level, its long run, and whether it is up now. */
export function serviceHealth(input: ServiceHealthInput): ServiceHealth {
  const window = lastWhole(input.objective?.window ?? 'month', input.zone, input.asOf);
  const known = input.knownFrom === null || input.knownFrom > input.asOf ? [] : [{ start: input.knownFrom, end: input.asOf }];
  const figure = input.hours === null ? null : availability({ window, hours: workingIntervals(input.hours, window.start, window.end), stops: input.stops, known });
  return {
    window, availability: figure, ...stateOf(input),
    below: figure === null || input.objective === null ? null : belowLevel(figure, input.objective.share),
    claims: [availabilityClaim(input, window, figure), downTimeClaim(input, window, figure), ...longRunClaim(input)],
  };
}

/** Below only where it is so however the unknown time went, and not below only likewise. */
export function belowLevel({ worst, best }: Availability, objective: number): boolean | null {
  if (worst === null || best === null) return null;
  if (best < objective) return true;
  return worst >= objective ? false : null;
}

function stateOf({ stops, asOf, knownFrom }: ServiceHealthInput): Pick<ServiceHealth, 'state' | 'since'> {
  const now = stops.filter((s) => s.start <= asOf && (s.end === null || s.end > asOf));
  const down = now.filter((s) => s.kind === 'unplanned' || s.announcedAt === null || s.announcedAt >= s.start);
  const which = down.length > 0 ? down : now;
  if (which.length > 0) return { state: down.length > 0 ? 'down' : 'maintenance', since: Math.min(...which.map((s) => s.start)) };
  return { state: knownFrom === null || knownFrom > asOf ? 'unknown' : 'up', since: null };
}

function base(input: ServiceHealthInput, measure: string, window: NamedWindow, comparator?: string) {
  const subject = { kind: 'service', id: input.service.id, name: input.service.name };
  return {
    key: claimKey({ subject, measure, window: window.id, comparator }), subject, measure,
    window: { from: iso(window.start), to: iso(window.end), zone: input.zone },
    method: availabilityMethod.name, methodVersion: availabilityMethod.version, seed: null, sources: [...input.sources],
    computedAt: iso(input.computedAt), asOf: iso(input.asOf),
    rows: { question: 'service-stops', parameters: { service: input.service.id, from: window.start, to: window.end, asOf: input.asOf } },
  };
}

function availabilityClaim(input: ServiceHealthInput, window: NamedWindow, figure: Availability | null): Claim {
  const { objective } = input;
  const estimate = figure?.share ?? null;
  const unknown = figure !== null && figure.unknownMs > 0;
  return withId({
    ...base(input, 'availability', window, objective === null ? undefined : 'agreed level'),
    quantity: 'availability', unit: 'share', estimate, lo: unknown ? figure.worst : null, hi: unknown ? figure.best : null, level: unknown ? 1 : null,
    n: figure?.episodes.length ?? 0,
    comparator: objective === null || estimate === null ? null : { name: 'as agreed', estimate: objective.share, difference: estimate - objective.share, lo: figure!.worst! - objective.share, hi: figure!.best! - objective.share, level: 1 },
    why: input.hours === null ? 'No service hours are agreed' : estimate === null ? 'Nothing is known about this time' : null,
    meaning: 'The share of the agreed hours in which the service was up, agreed maintenance left out. Time about which nothing is known is never counted as up.',
    working: workingOf(input, figure), parameters: { knownFrom: input.knownFrom === null ? null : iso(input.knownFrom), objective: objective?.share ?? null },
  });
}

function downTimeClaim(input: ServiceHealthInput, window: NamedWindow, figure: Availability | null): Claim {
  return withId({
    ...base(input, 'down-time', window),
    quantity: 'time down', unit: 's', estimate: figure === null || figure.share === null ? null : figure.downMs / 1000, lo: null, hi: null, level: null, n: figure?.episodes.length ?? 0,
    comparator: null, why: input.hours === null ? 'No service hours are agreed' : figure?.share === null ? 'Nothing is known about this time' : null,
    meaning: 'Time within the agreed hours in which the service was down; stops that overlap count once, agreed maintenance does not count.',
    working: workingOf(input, figure), parameters: { knownFrom: input.knownFrom === null ? null : iso(input.knownFrom) },
  });
}

/** The long-run availability with its interval, from all that is on record. */
function longRunClaim(input: ServiceHealthInput): Claim[] {
  const span = { start: input.knownFrom ?? Number.POSITIVE_INFINITY, end: input.longRunTo ?? input.asOf };
  if (input.hours === null || span.end <= span.start) return [];
  const window = { id: `since ${new Date(span.start).toISOString().slice(0, 10)}`, ...span };
  const all = availability({ window, hours: workingIntervals(input.hours, span.start, span.end), stops: input.stops, known: [span] });
  const observed = all.agreedMs - all.unknownMs;
  const interval = longRun({ episodes: all.episodes.length, downMs: all.downMs, observedMs: observed, classRepairMs: null });
  return [withId({
    ...base(input, 'long-run-availability', window),
    quantity: 'long-run availability', unit: 'share', estimate: all.share, lo: interval?.lo ?? null, hi: interval?.hi ?? null, level: interval?.level ?? null, n: all.episodes.length,
    comparator: null, why: all.share === null ? 'Nothing is known about this time' : null,
    meaning: 'What may be expected of the service in the long run, from all stops on record.',
    working: [...workingOf(input, all), interval === null ? 'Without a stop on record there is no interval.' : `The interval (${interval.level * 100} in 100) follows from the number and length of the stops.`],
    parameters: { until: iso(span.end), knownFrom: iso(span.start) },
  })];
}

function workingOf({ objective, hours }: ServiceHealthInput, figure: Availability | null): string[] {
  if (hours === null || figure === null) return ['The service has no agreed hours, so nothing can be said about them.'];
  const h = (ms: number) => `${(ms / 3_600_000).toFixed(2)} h`;
  return [
    `Agreed hours ${h(figure.agreedMs + figure.maintenanceMs)}, less ${h(figure.maintenanceMs)} of maintenance that was announced before it began: ${h(figure.agreedMs)}.`,
    `Down ${h(figure.downMs)} of them in ${figure.episodes.length === 1 ? '1 stop' : `${figure.episodes.length} stops, those that overlap as one`}; unknown ${h(figure.unknownMs)}.`,
    ...(figure.share === null ? [] : [`1 − ${h(figure.downMs)} ÷ ${h(figure.agreedMs - figure.unknownMs)} = ${(100 * figure.share).toFixed(4)}%.`]),
    ...(figure.felt === null ? [] : [`As users felt it, maintenance included: ${(100 * figure.felt).toFixed(4)}%.`]),
    ...(objective === null ? ['No level is agreed.'] : [`The agreed level of ${Number((100 * objective.share).toFixed(6))}% allows ${h(budget(objective.share, figure.agreedMs, figure.downMs).allowedMs)} down.`]),
  ];
}

/** How much of a window's service hours one stop took, in milliseconds; for the rows behind a figure. */
export function stopInHours(stop: Stop, hours: readonly Interval[], asOf: number): number {
  return duration(intersect(hours, [{ start: stop.start, end: stop.end ?? asOf }]));
}

const iso = (ms: number): string => new Date(ms).toISOString();
