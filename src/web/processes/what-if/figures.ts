import { capital, duration, number, percent } from '../../ui/format.ts';

/**
 * A figure of a simulation as a table shows it; `like` is one that it stands beside.
 * @example figureOf(2.5, 'h') // '2.5 h'
 * @example figureOf(null, 'h/week') // '–'
 */
export function figureOf(value: number | null, unit: string, like?: number | null): string {
  if (value === null) return '–';
  if (unit === 'h') return duration(value * 3600, like == null ? value * 3600 : like * 3600);
  return number(value, Math.abs(value) < 10 ? 1 : 0);
}

/** A difference with its sign. */
export function signed(value: number | null, unit: string, like?: number | null): string {
  return value !== null && value > 0 ? `+${figureOf(value, unit, like)}` : figureOf(value, unit, like);
}

const heads: Readonly<Record<string, string>> = { h: '', 'cases/week': ', a week', 'h/week': ', hours a week' };

/** What a quantity is called in a table, with its unit where its figures do not carry one. */
export function headOf(quantity: string, unit: string): string {
  return capital(`${quantity}${heads[unit] ?? `, ${unit}`}`);
}

/**
 * The end of a bar, with its unit.
 * @example endOf(1004, 'h/week', 1004) // '+1,004 h a week'
 */
export function endOf(value: number, unit: string, like: number): string {
  return `${signed(value, unit, like)}${value === 0 ? '' : (ends[unit] ?? '')}`;
}

const ends: Readonly<Record<string, string>> = { 'cases/week': '\u00a0a week', 'h/week': '\u00a0h a week' };

/** Where a value lies between the ends of a bar, in per cent. */
export function placeIn(value: number, [from, to]: readonly [number, number]): number {
  return to <= from ? 50 : Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
}

/**
 * The ends of the bar of a difference: nought and every draw lie on it.
 * @example spanOf([2, 5]) // [0, 5]
 */
export function spanOf(draws: readonly number[]): [number, number] {
  const [lo, hi] = [Math.min(0, ...draws), Math.max(0, ...draws)];
  return lo === hi ? [-1, 1] : [lo, hi];
}

/** Hours of work for a hundred hours that people are there. */
export function loadOf(load: number | null): string {
  return load === null ? '–' : percent(load, 0);
}
