/** A column of a table for people: its head, and whether its cells are numbers, which stand at the right. */
export interface TextColumn {
  readonly head: string;
  readonly right?: boolean;
}

// A way of many steps wraps on a terminal; the rule above it does not.
const longestRule = 48;

/**
 * Rows as an aligned table; a cell wider than `widest` is cut.
 * @example table([{ head: 'n', right: true }], [['1'], ['20']]) // ' n\n──\n 1\n20\n'
 */
export function table(columns: readonly TextColumn[], rows: readonly (readonly string[])[], widest = 48): string {
  const cells = [columns.map((c) => c.head), ...rows].map((row) => row.map((cell) => cut(oneLine(cell), widest)));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? '')].length)));
  const line = (row: readonly string[]) => columns.map((c, i) => pad(row[i] ?? '', widths[i]!, c.right === true)).join('  ').trimEnd();
  return `${[line(cells[0]!), widths.map((w, i) => '─'.repeat(i === columns.length - 1 ? Math.min(w, longestRule) : w)).join('  '), ...cells.slice(1).map(line)].join('\n')}\n`;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...text].length));
  return right ? `${space}${text}` : `${text}${space}`;
}

function cut(text: string, widest: number): string {
  const letters = [...text];
  return letters.length <= widest ? text : `${letters.slice(0, widest - 1).join('')}…`;
}

// A terminal must not be steered by what a log holds.
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

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
