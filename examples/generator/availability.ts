import { openSpans, type WorkingHours } from './working-time.ts';

export type Span = readonly [from: number, to: number];

/** A stop as the records show it. */
export interface RecordedStop {
  readonly kind: 'unplanned' | 'maintenance';
  readonly from: number;
  /** None while it lasts. */
  readonly until: number | undefined;
  readonly announced?: number;
}

/** The availability of a service in a window; seconds of its service hours, shares in 0 … 1. */
export interface Availability {
  readonly serviceSeconds: number;
  /** Announced before it began. */
  readonly maintenanceSeconds: number;
  readonly unplannedSeconds: number;
  /** 1 − unplanned ÷ (service hours − agreed maintenance). */
  readonly availability: number;
  /** 1 − all time down ÷ service hours. */
  readonly asFelt: number;
}

/**
 * Availability second by second of service hours: spans are merged, maintenance counts only where it was announced beforehand, and time
 * that is agreed maintenance is not counted as unplanned as well.
 */
export function availabilityOf(stops: readonly RecordedStop[], hours: WorkingHours, from: number, to: number): Availability {
  const open = openSpans(hours, from, to);
  const span = (s: RecordedStop): Span => [s.from, s.until ?? to];
  const agreed = (s: RecordedStop): boolean => s.kind === 'maintenance' && s.announced !== undefined && s.announced < s.from;
  const maintenance = merge(stops.filter(agreed).map(span));
  const unplanned = meet(open, merge(stops.filter((s) => !agreed(s)).map(span)));
  const serviceSeconds = length(open);
  const maintenanceSeconds = length(meet(open, maintenance));
  const unplannedSeconds = length(unplanned) - length(meet(unplanned, maintenance));
  const downSeconds = length(meet(open, merge(stops.map(span))));
  return {
    serviceSeconds, maintenanceSeconds, unplannedSeconds,
    availability: 1 - unplannedSeconds / (serviceSeconds - maintenanceSeconds),
    asFelt: 1 - downSeconds / serviceSeconds,
  };
}

/** Spans without overlaps, in order. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.filter((s) => s[0] < s[1]).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function meet(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap((x) => b.map((y): Span => [Math.max(x[0], y[0]), Math.min(x[1], y[1])]).filter((s) => s[0] < s[1]));
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}
