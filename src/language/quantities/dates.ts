const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/**
 * A date, YYYY-MM-DD, in words; the year only where it is not `year`.
 * @example dayPhrase('2026-11-13', { year: 2026, weekday: true }) // 'Friday 13 November'
 */
export function dayPhrase(date: string, { year, weekday = false }: { readonly year: number; readonly weekday?: boolean }): string {
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${day.getUTCDate()} ${months[day.getUTCMonth()]}${day.getUTCFullYear() === year ? '' : ` ${day.getUTCFullYear()}`}`;
  return weekday ? `${weekdays[day.getUTCDay()]} ${words}` : words;
}

/**
 * A month, YYYY-MM, in words; the year only where it is not `year`.
 * @example monthPhrase('2026-10', 2026) // 'October'
 */
export function monthPhrase(month: string, year: number): string {
  const [y, m] = month.split('-').map(Number) as [number, number];
  return `${months[m - 1]}${y === year ? '' : ` ${y}`}`;
}

const ages = [[60, 'second'], [60, 'minute'], [24, 'hour'], [Number.POSITIVE_INFINITY, 'day']] as const;

/**
 * How old something is, in whole units, from seconds; below nought counts as nought.
 * @example agePhrase(240) // '4 minutes old'
 */
export function agePhrase(seconds: number): string {
  let value = Math.max(0, Math.floor(seconds));
  for (const [size, unit] of ages) {
    if (value < size) return `${value} ${unit}${value === 1 ? '' : 's'} old`;
    value = Math.floor(value / size);
  }
  throw new RangeError(`An age is a finite number of seconds: got ${seconds}`);
}
