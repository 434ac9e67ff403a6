// Figures in tables and charts. Sentences come worded from the server, with the rounding that their interval allows.
/** Keeps a figure and its unit on one line. */
const NB = '\u00a0';
const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const MINUTE = 60, HOUR = 3600, DAY = 86_400, YEAR = 365.25 * DAY;

/**
 * A whole number with its thousands.
 * @example count(61204) // '61,204'
 */
export function count(n: number): string {
  return counts.format(n);
}

/** Beyond this ratio two figures are said each in its own unit. */
const NEAR = 30;

/**
 * A number with its noun, inside a sentence.
 * @example numbered(1, 'case') // '1 case'
 * @example numbered(2, 'way') // '2 ways'
 */
export function numbered(n: number, one: string, more = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/**
 * A time span of `seconds` in the largest unit that keeps two or three digits, or in the unit of `like`, a figure that it stands beside.
 * @example duration(112320) // '1.3 days'
 * @example duration(0) // '0 s'
 * @example duration(9780, 2640) // '163 min', beside '44 min'
 */
export function duration(seconds: number, like = seconds): string {
  const s = Math.abs(seconds);
  const near = s !== 0 && Math.abs(like) < NEAR * s && s < NEAR * Math.abs(like);
  const by = near ? Math.abs(like) : s;
  const sign = seconds < 0 ? '−' : '';
  if (by < 1 && by > 0) return `${sign}${Math.round(s * 1000)}${NB}ms`;
  if (by < 99.5) return `${sign}${number(s, s < 10 && !Number.isInteger(s) ? 1 : 0)}${NB}s`;
  if (by < 99.5 * MINUTE) return `${sign}${number(s / MINUTE, s < 10 * MINUTE ? 1 : 0)}${NB}min`;
  if (by < DAY) return `${sign}${number(s / HOUR, s < 10 * HOUR ? 1 : 0)}${NB}h`;
  const days = number(s / DAY, s < 100 * DAY ? 1 : 0);
  return `${sign}${days}${NB}${days === '1' ? 'day' : 'days'}`;
}

/**
 * A share of one as per cent; near 1 it keeps the digits that tell 99.9 from 99.99.
 * @example percent(0.873) // '87.3%'
 * @example percent(0.99952) // '99.952%'
 * @example percent(0.98972, 2) // '98.97%', with at least so many
 */
export function percent(share: number, least = 1): string {
  if (share > 0 && share < 0.0005) return 'under 0.1%';
  const digits = share === 0 || share === 1 ? 0 : share > 0.999 && share < 1 ? 3 : share > 0.99 && share < 1 ? 2 : least;
  return `${number(share * 100, digits)}%`;
}

/** A number with at most `digits` after the point, without needless zeros. */
export function number(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits }).replace('-', '−');
}

/**
 * A value with its unit as a table or an axis shows it; times in the unit of `like`, where it stands beside another.
 * @example quantity(7200, 'seconds') // '2 h'
 * @example quantity(1204, 'cases') // '1,204 cases'
 */
export function quantity(value: number | null, unit: string, like?: number | null): string {
  if (value === null) return '–';
  if (isTime(unit)) return duration(value, like ?? value);
  if (unit === 'working s') return `${number(value / HOUR, value < 100 * HOUR ? 1 : 0)}${NB}working${NB}h`;
  if (unit === 'share' || unit === 'proportion') return percent(value);
  if (unit === 'percentage points' || unit === 'points') return `${number(value * 100, 1)}${NB}points`;
  const text = Number.isInteger(value) ? count(value) : number(value, Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
  if (unit === '' || unit === '1') return text;
  return `${text}${NB}${value === 1 ? unit.replace(/(?<=\w{3})s$/, '') : unit}`;
}

/** Whether a unit is elapsed time, which is shown in the unit that fits. */
export function isTime(unit: string): boolean {
  return unit === 's' || unit === 'seconds';
}

/**
 * An exact amount of money in minor units: to the whole unit from 100 on, below with its pence.
 * @example money(335_400, 'GBP') // '£3,354'
 */
export function money(minor: number, currency: string): string {
  const { value, digits } = units(minor, currency);
  return amount(value, currency, Math.abs(value) >= 100 ? 0 : digits);
}

/**
 * The ends of a range of money in minor units. It is an estimate: its last digit is that of half its width, its ends are rounded outward (METHODS §7);
 * one digit more where the low end would else be nothing, which it is not.
 * @example moneyEnds(2_201_399, 8_119_701, 'GBP') // ['£20,000', '£90,000']
 */
export function moneyEnds(low: number, high: number, currency: string): readonly [string, string] {
  const [from, to] = [units(low, currency), units(high, currency)];
  const last = Math.floor(Math.log10((to.value - from.value) / 2));
  const step = 10 ** Math.max(-from.digits, from.value > 0 && from.value < 10 ** last ? last - 1 : last);
  // What is a step within its last bits is no step more.
  const rounded = (value: number, round: (n: number) => number) => { const n = round(Number((value / step).toPrecision(12))) * step; return amount(n, currency, step < 1 ? from.digits : 0); };
  return [rounded(from.value, Math.floor), rounded(to.value, Math.ceil)];
}

/**
 * A range of money as moneyEnds rounds it, with what stands between its ends; exact where both are one.
 * @example moneyRange({ low: 1_820_000, high: 3_110_000, currency: 'GBP' }) // '£18,000 – £32,000'
 */
export function moneyRange({ low, high, currency }: { readonly low: number; readonly high: number; readonly currency: string }, between = ' – '): string {
  return low === high ? money(low, currency) : moneyEnds(low, high, currency).join(between);
}

function units(minor: number, currency: string): { readonly value: number; readonly digits: number } {
  const digits = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return { value: minor / 10 ** digits, digits };
}

function amount(value: number, currency: string, digits: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: digits, minimumFractionDigits: digits, trailingZeroDisplay: 'stripIfInteger' }).format(value);
}

/**
 * How old something is, in words.
 * @example age(240) // '4 minutes old'
 */
export function age(seconds: number): string {
  if (seconds < 0) return 'not yet due';
  if (seconds < 90) return 'less than 2 minutes old';
  // After two years a reader counts in years; whole ones, as one counts ages.
  if (seconds >= 2 * YEAR) return `${count(Math.floor(seconds / YEAR))} years old`;
  const [value, unit] = seconds < 90 * MINUTE ? [seconds / MINUTE, 'minutes'] : seconds < 36 * HOUR ? [seconds / HOUR, 'hours'] : [seconds / DAY, 'days'];
  return `${count(Math.round(value as number))} ${unit} old`;
}

/**
 * A size in bytes, decimal.
 * @example bytes(1_240_000) // '1.2 MB'
 */
export function bytes(n: number): string {
  if (n < 1000) return `${n}${NB}bytes`;
  const [value, unit] = n < 1e6 ? [n / 1e3, 'kB'] : n < 1e9 ? [n / 1e6, 'MB'] : [n / 1e9, 'GB'];
  return `${number(value as number, (value as number) < 10 ? 1 : 0)}${NB}${unit}`;
}

type When = 'day' | 'minute' | 'long' | 'second';
const shapes: Record<When, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  second: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant in `zone`, as the page writes it.
 * @example when('2026-11-09T09:05:00Z', 'Europe/Amsterdam', 'long') // 'Monday 9 November 2026, 10:05'
 */
export function when(instant: string | null, zone: string, shape: When = 'minute'): string {
  if (instant === null) return '–';
  const key = `${zone} ${shape}`;
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = new Intl.DateTimeFormat('en-GB', { ...shapes[shape], timeZone: zone })));
  return format.format(new Date(instant)).replace(' at ', ', ').replace(/^(\w+),/, '$1');
}

/**
 * A calendar day without a time of day.
 * @example day('2026-11-13') // 'Friday 13 November'
 */
export function day(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).replace(',', '');
}

/**
 * Words at the start of a sentence.
 * @example capital('median cycle time') // 'Median cycle time'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/**
 * A count in words at the start of a sentence, in figures above ten, with its noun.
 * @example many(3, 'thing needs', 'things need') // 'Three things need'
 */
export function many(n: number, one: string, more: string): string {
  return `${words[n] ?? count(n)} ${n === 1 ? one : more}`;
}

const numbers = new Map<string, Intl.DateTimeFormat>();

/** Year, month and day of an instant in `zone`. */
function dateOf(instant: string, zone: string): number[] {
  let format = numbers.get(zone);
  if (format === undefined) numbers.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format.format(new Date(instant)).split('-').map(Number);
}

/**
 * When that was, inside a sentence: a whole month by its name.
 * @example inPeriod({ window: { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z', zone: 'UTC' } }) // 'in October 2026'
 */
export function inPeriod(claim: Windowed): string {
  const { from, to, zone } = claim.window;
  const [[y = 0, m = 0, d], [endY = 0, endM = 0, endD]] = [dateOf(from, zone), dateOf(to, zone)];
  if (d === 1 && endD === 1 && endY * 12 + endM === y * 12 + m + 1) return `in ${new Date(Date.UTC(y, m - 1, 15)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
  const days = period(claim);
  return days.includes(' – ') ? `from ${days.replace(' – ', ' to ')}` : `on ${days}`;
}

interface Windowed { readonly window: { readonly from: string; readonly to: string; readonly zone: string } }

/**
 * The days that a figure is of, the last one included.
 * @example period({ window: { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z', zone: 'UTC' } }) // '1 Oct 2026 – 31 Oct 2026'
 */
export function period({ window: { from, to, zone } }: Windowed): string {
  const last = new Date(Math.max(Date.parse(from), Date.parse(to) - 1)).toISOString();
  const [first, end] = [when(from, zone, 'day'), when(last, zone, 'day')];
  return first === end ? first : `${first} – ${end}`;
}
