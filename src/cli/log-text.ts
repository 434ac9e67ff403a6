/**
 * A whole number with thousands separated.
 * @example count(1234567) // '1,234,567'
 */
export function count(n: number): string {
  return n.toLocaleString('en-GB');
}

const UNITS: readonly [number, string][] = [[86_400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];

/**
 * Seconds in the two largest units that say something.
 * @example duration(93_784) // '1 d 2 h'
 */
export function duration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 60) return `${seconds < 0 ? '−' : ''}${size === 0 || size >= 10 ? Math.round(size) : Number(size.toPrecision(2))} s`;
  const first = UNITS.findIndex(([length]) => size >= length);
  const [length, unit] = UNITS[first]!;
  const next = UNITS[first + 1];
  let whole = Math.floor(size / length);
  let rest = next === undefined ? 0 : Math.round((size - whole * length) / next[0]);
  if (next !== undefined && rest * next[0] === length) [whole, rest] = [whole + 1, 0];
  return `${seconds < 0 ? '−' : ''}${whole} ${unit}${rest === 0 || next === undefined ? '' : ` ${rest} ${next[1]}`}`;
}

/**
 * A noun with its number.
 * @example counted(1, 'case') // '1 case'
 */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : plural}`;
}

/**
 * A share in percent with one digit; what is not quite none or all does not look like it.
 * @example percent(0.9999) // '> 99.9 %'
 */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1 %';
  if (share < 1 && share > 0.9995) return '> 99.9 %';
  return `${(100 * share).toFixed(1)} %`;
}
