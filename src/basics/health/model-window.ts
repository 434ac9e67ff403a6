import { dateOfDay, dayNumber, localDay, monthOf, startOfDay, weekOf, type Interval } from '../../maths/time/index.ts';

/** The stretch over which a level is agreed. */
export type LevelWindow = 'week' | 'month' | 'quarter' | 'year';

export interface NamedWindow extends Interval {
  /** 2026-W45, 2026-10, 2026-Q3 or 2025. */
  readonly id: string;
}

/**
 * The last whole week, month, quarter or calendar year of a zone that is over at `asOf`.
 * @example lastWhole('month', 'Europe/London', Date.parse('2026-11-09T10:05:00Z')).id // '2026-10'
 */
export function lastWhole(kind: LevelWindow, zone: string, asOf: number): NamedWindow {
  return windowOf(kind, zone, windowOf(kind, zone, asOf).start - 1);
}

/** The week, month, quarter or calendar year of a zone that holds an instant. */
export function windowOf(kind: LevelWindow, zone: string, instant: number): NamedWindow {
  if (kind === 'week') {
    const { id, start, end } = weekOf(zone, instant);
    return { id, start, end };
  }
  if (kind === 'month') return monthOf(zone, instant);
  const [year, month] = dateOfDay(localDay(zone, instant)).split('-').map(Number) as [number, number];
  const from = kind === 'year' ? 1 : month - ((month - 1) % 3);
  const length = kind === 'year' ? 12 : 3;
  const start = startOfDay(zone, firstOfMonth(year, from));
  const end = startOfDay(zone, from + length > 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, from + length));
  return { id: kind === 'year' ? String(year) : `${year}-Q${(from + 2) / 3}`, start, end };
}

const firstOfMonth = (year: number, month: number): number => dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
