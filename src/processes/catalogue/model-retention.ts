/**
 * The instant so many calendar months before another, in UTC; where the month is too short for the day, its last day.
 * @example monthsBefore(new Date('2024-03-31T10:00:00Z'), 1).toISOString() // '2024-02-29T10:00:00.000Z'
 */
export function monthsBefore(now: Date, months: number): Date {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() - months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay), now.getUTCHours(), now.getUTCMinutes(), now.getUTCSeconds(), now.getUTCMilliseconds()));
}
