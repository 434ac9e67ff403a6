import { isTime, quantity } from './format.ts';

const HOUR = 3600, DAY = 86_400;

/** The span that a chart's axis shows and the distance between its marks. */
export interface Axis { readonly min: number; readonly max: number; readonly step: number }

/**
 * An axis with at most four round marks: from zero, unless what moves is small beside what stands (shares near one).
 * @example niceAxis([180_000, 250_000], 'seconds') // { min: 0, max: 345_600, step: 86_400 · 2 }
 */
export function niceAxis(values: readonly number[], unit: string): Axis {
  const high = Math.max(...values, 0), low = Math.min(...values, high);
  const floor = low > 0 && low < high && high - low < 0.15 * high && unit === 'share' ? low - 0.2 * (high - low) : Math.min(0, low);
  // Where nothing moves at nought, there is still an axis.
  const span = high > floor ? high - floor : 1;
  const base = unit === 'working s' ? HOUR : isTime(unit) ? (span > 2 * DAY ? DAY : span > 2 * HOUR ? HOUR : span > 120 ? 60 : 1) : 1;
  const step = base * roundStep(span / base / 3, unit === 'share');
  const max = high > floor ? Math.ceil(high / step - 1e-9) * step : step;
  return { min: Math.floor(floor / step + 1e-9) * step, max: unit === 'share' ? Math.min(1, max) : max, step };
}

function roundStep(raw: number, fine: boolean): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((m) => m * power >= raw * 0.999) ?? 10) * power;
  return fine ? step : Math.max(1, step);
}

/** Where an axis has its marks. */
export function marks({ min, max, step }: Axis): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => min + i * step);
}

/**
 * A figure as the chart writes it, on its axis and beside its lines: zero needs no unit, and what is counted is said by the title.
 * @example markOf(28.3 * 3600, 'working s') // '28.3 h'
 */
export function markOf(value: number, unit: string, like?: number): string {
  if (value === 0) return unit === 'share' ? '0%' : '0';
  if (unit === 'working s') return quantity(value, unit).replace('working\u00a0', '');
  return quantity(value, unit === 'share' || isTime(unit) ? unit : '', like);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Marks the first date of a month, and of those, back from the last, only as many as the width holds; January has its year. */
export function months(dates: readonly string[], width: number) {
  const first = dates.flatMap((d, i) => (d.endsWith('-01') || (i > 0 && d.slice(0, 7) !== dates[i - 1]?.slice(0, 7)) ? [i] : []));
  const every = Math.max(1, Math.ceil(first.length / Math.max(2, Math.floor(width / 64))));
  const shown = new Set(first.filter((_, k) => (first.length - 1 - k) % every === 0));
  return { interval: (i: number) => shown.has(i), formatter: (d: string) => `${MONTHS[Number(d.slice(5, 7)) - 1]}${d.slice(5, 7) === '01' ? ` ${d.slice(0, 4)}` : ''}` };
}
