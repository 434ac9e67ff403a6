import { problem } from '../../../platform/errors/index.ts';

/** How a column writes its times: `iso`, `epoch` (seconds), `epoch-ms`, `epoch-us`, or a pattern as of strftime. */
export type TimeFormat = string;

const DATES = ['%d/%m/%Y', '%m/%d/%Y', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y', '%d/%m/%y', '%m/%d/%y', '%d.%m.%y', '%d-%b-%Y', '%d-%b-%y', '%d %b %Y', '%d %B %Y', '%b %d, %Y', '%B %d, %Y', '%d/%b/%Y', '%Y.%m.%d', '%Y%m%d'];
const TIMES = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p', 'T%H:%M', 'T%H:%M:%S', 'T%H:%M:%S.%f', ', %H:%M', ', %H:%M:%S', ':%H:%M:%S', '%H%M%S'];
const ZONES = ['', ' %z', '%z'];
const EPOCHS: Readonly<Record<string, readonly [number, number]>> = { epoch: [1e8, 1e10], 'epoch-ms': [1e11, 1e13], 'epoch-us': [1e14, 1e16] };
const ISO = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

const PARTS: Readonly<Record<string, string>> = {
  '%Y': '(?<Y>\\d{4})', '%y': '\\d{2}', '%m': '(?<m>\\d{1,2})', '%d': '(?<d>\\d{1,2})', '%b': '[A-Za-z]{3}', '%B': '[A-Za-z]{3,9}',
  '%H': '(?<H>\\d{1,2})', '%I': '(?<I>\\d{1,2})', '%M': '(?<M>\\d{2})', '%S': '(?<S>\\d{2})', '%f': '\\d{1,9}', '%p': '[AaPp][Mm]', '%z': '[+-]\\d{2}:?\\d{2}',
};
const RANGES: Readonly<Record<string, readonly [number, number]>> = { m: [1, 12], d: [1, 31], H: [0, 23], I: [1, 12], M: [0, 59], S: [0, 59], Y: [1900, 2200] };

const compiled = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  let pattern = compiled.get(format);
  if (pattern === undefined) {
    // Digits that follow each other leave no room for one-digit days, so there each part has its full width.
    const tight = format.includes('%Y%m');
    const text = format.replace(/%[a-zA-Z]|[^%]/g, (part) => {
      const known = PARTS[part];
      if (known !== undefined) return tight ? known.replace('{1,2}', '{2}') : known;
      return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    });
    pattern = new RegExp(`^\\s*${text}\\s*$`);
    compiled.set(format, pattern);
  }
  return pattern;
}

/**
 * Whether a text is a time in this format, as far as can be told without a calendar.
 * @example fits('29/2/2016 01:16', '%d/%m/%Y %H:%M') // true
 */
export function fits(text: string, format: TimeFormat): boolean {
  const epoch = EPOCHS[format];
  if (epoch !== undefined) {
    const n = Number(text);
    return /^\s*\d+(\.\d+)?\s*$/.test(text) && n >= epoch[0] && n < epoch[1];
  }
  if (format === 'iso') {
    const [, , month, day, hour, minute, second] = (ISO.exec(text) ?? []).map(Number);
    return month !== undefined && month >= 1 && month <= 12 && day! >= 1 && day! <= 31 && !(hour! > 24) && !(minute! > 59) && !(second! > 59);
  }
  const groups = patternOf(format).exec(text)?.groups;
  if (groups === undefined) return patternOf(format).test(text);
  return Object.entries(groups).every(([name, digits]) => Number(digits) >= RANGES[name]![0] && Number(digits) <= RANGES[name]![1]);
}

/**
 * The formats that fit all these texts, the likeliest first; more than one where days and months cannot be told apart.
 * @example timeFormats(['29/2/2016 01:16', '5/3/2016 12:00']) // ['%d/%m/%Y %H:%M']
 */
export function timeFormats(texts: readonly string[]): TimeFormat[] {
  if (texts.length === 0) return [];
  const all = (format: string) => texts.every((text) => fits(text, format));
  const simple = ['iso', ...Object.keys(EPOCHS)].filter(all);
  if (simple.length > 0) return simple;
  const found: string[] = [];
  for (const date of DATES) for (const time of TIMES) for (const zone of ZONES) {
    const format = `${date}${time}${time === '' ? '' : zone}`;
    if (!found.includes(format) && fits(texts[0]!, format) && all(format)) found.push(format);
  }
  return found;
}

/** Of a column called like a time, so many values must be times for it to be taken for one: the others are rejected rows, not a reason to ask. */
const MOSTLY = 0.75;

/**
 * The formats that fit most of these texts, the likeliest first; for columns whose name says that they are times.
 * @example mostlyTimeFormats(['2026-03-01 09:00', '2026-03-02 09:00', '2026-03-03 09:00', 'never']) // ['iso']
 */
export function mostlyTimeFormats(texts: readonly string[]): TimeFormat[] {
  const times = texts.filter((text) => timeFormats([text]).length > 0);
  return times.length > 0 && times.length >= texts.length * MOSTLY ? timeFormats(times) : [];
}

/**
 * A format as it may be typed (`DD/MM/YYYY HH:mm`, `D/M/YYYY HH:MM`, `ISO`, or already of strftime) in our spelling.
 * @example spelled('DD/MM/YYYY HH:mm:ss') // '%d/%m/%Y %H:%M:%S'
 */
export function spelled(format: string): TimeFormat {
  const lower = format.toLowerCase();
  if (lower === 'iso' || lower === 'iso8601') return 'iso';
  if (lower in EPOCHS) return lower;
  if (format.includes('%')) return format;
  let clock = false;
  return format.replace(/YYYY|YY|MMMM|MMM|MM?|DD?|dd?|HH?|hh?|mm|ss?|SSS+|[AaPp][Mm]?\b|ZZ?/g, (token) => {
    if (/^h/i.test(token)) clock = true;
    if (token === 'YYYY') return '%Y';
    if (token === 'YY') return '%y';
    if (token === 'MMMM') return '%B';
    if (token === 'MMM') return '%b';
    if (/^S{3}/.test(token)) return '%f';
    if (/^m/i.test(token)) return clock ? '%M' : '%m';
    if (/^d/i.test(token)) return '%d';
    if (token.startsWith('H')) return '%H';
    if (token.startsWith('h')) return /a/i.test(format.slice(-2)) ? '%I' : '%H';
    if (token.startsWith('s')) return '%S';
    if (token.startsWith('Z')) return '%z';
    return '%p';
  });
}

const DIRECTIVES = ['%Y', '%y', '%m', '%b', '%B', '%d', '%j', '%a', '%A', '%G', '%V', '%u', '%U', '%W', '%w', '%H', '%I', '%p', '%M', '%S', '%f', '%n'];
const YEARS = ['%Y', '%y', '%G'];
const WANTED = `a pattern of ${DIRECTIVES.join(' ')} with a year, %z at its end where times carry an offset, as %d/%m/%Y %H:%M; or iso, epoch, epoch-ms, epoch-us`;

/**
 * A format as somebody typed it, in our spelling, once it is certain that it can be read.
 * Throws a Problem for a directive that is not known, an offset that is not at the end, and a pattern without a year.
 * @example statedFormat('D/M/YYYY HH:MM') // '%d/%m/%Y %H:%M'
 */
export function statedFormat(format: string): TimeFormat {
  const pattern = spelled(format);
  if (pattern === 'iso' || pattern in EPOCHS) return pattern;
  const used = pattern.match(/%-?.|%-?$/gs) ?? [];
  const plain = used.map((d) => d.replace('-', ''));
  const wrong = used.find((d, i) => d !== '%%' && !DIRECTIVES.includes(plain[i]!) && !(d === '%z' && i === used.length - 1 && pattern.endsWith(d)));
  if (wrong !== undefined) throw problem('bad-input', { detail: wrong === '%z' ? 'The time format has its offset before the end' : `The time format has ${wrong}, which is not known`, value: format, wanted: WANTED });
  if (!plain.some((d) => YEARS.includes(d))) throw problem('bad-input', { detail: 'The time format has no year', value: format, wanted: WANTED });
  return pattern;
}
