/** Civil date to days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

const MONTH_DAYS = new Uint8Array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : MONTH_DAYS[month]!;
}

const DASH = 45, COLON = 58, DOT = 46, COMMA = 44, PLUS = 43, ZERO = 48;
const UPPER_T = 84, LOWER_T = 116, SPACE = 32, UPPER_Z = 90, LOWER_Z = 122;

/**
 * Reads an XES date from bytes without making a string: `YYYY-MM-DD`, then optionally `T` or a blank, `HH:MM[:SS[.fraction]]`, then
 * optionally `Z`, `±HH:MM`, `±HHMM` or `±HH`. Digits below the microsecond are cut. The outcome is in the fields.
 */
export class InstantReader {
  /** Whole seconds since 1970, offset already taken off; where there is no offset, of the wall clock. */
  seconds = 0;
  micros = 0;
  offset = 0;
  hasOffset = false;

  // The date part repeats from event to event: its eight digits are kept, packed, with their day number.
  private lastDate = -1;
  private lastDays = 0;

  /** True where the bytes are a date; the fields then hold it. */
  read(b: Uint8Array, from: number, to: number): boolean {
    const n = to - from;
    if (n < 10 || b[from + 4] !== DASH || b[from + 7] !== DASH) return false;
    const year = digits4(b, from), month = digits2(b, from + 5), day = digits2(b, from + 8);
    if ((year | month | day) < 0) return false;
    const packed = (year * 13 + month) * 32 + day;
    if (packed !== this.lastDate) {
      if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
      this.lastDate = packed;
      this.lastDays = daysFromCivil(year, month, day);
    }
    this.seconds = this.lastDays * 86_400;
    this.micros = 0;
    this.offset = 0;
    this.hasOffset = false;
    return n === 10 || this.readTime(b, from + 10, to);
  }

  private readTime(b: Uint8Array, from: number, to: number): boolean {
    const t = b[from]!;
    if (t !== UPPER_T && t !== SPACE && t !== LOWER_T) return this.readZone(b, from, to);
    if (to - from < 6 || b[from + 3] !== COLON) return false;
    const hour = digits2(b, from + 1), minute = digits2(b, from + 4);
    if ((hour | minute) < 0 || hour > 24 || minute > 59) return false;
    let p = from + 6;
    let second = 0;
    if (b[p] === COLON && p < to) {
      if (to - p < 3) return false;
      second = digits2(b, p + 1);
      if (second < 0 || second > 59) return false;
      p += 3;
      if (p < to && (b[p] === DOT || b[p] === COMMA)) {
        p = this.readFraction(b, p + 1, to);
        if (p < 0) return false;
      }
    }
    // 24:00:00 is the end of the day in XML Schema, and nothing after it.
    if (hour === 24 && (minute | second | this.micros) !== 0) return false;
    this.seconds += hour * 3600 + minute * 60 + second;
    return p === to || this.readZone(b, p, to);
  }

  private readFraction(b: Uint8Array, from: number, to: number): number {
    let p = from, value = 0, scale = 1_000_000;
    for (; p < to; p++) {
      const d = b[p]! - ZERO;
      if (d < 0 || d > 9) break;
      if (scale > 1) {
        value = value * 10 + d;
        scale /= 10;
      }
    }
    this.micros = value * scale;
    return p === from ? -1 : p;
  }

  private readZone(b: Uint8Array, from: number, to: number): boolean {
    const sign = b[from]!;
    const n = to - from;
    if (sign === UPPER_Z || sign === LOWER_Z) {
      this.hasOffset = true;
      return n === 1;
    }
    if ((sign !== PLUS && sign !== DASH) || n < 3) return false;
    const hours = digits2(b, from + 1);
    let minutes = 0;
    if (n === 6 && b[from + 3] === COLON) minutes = digits2(b, from + 4);
    else if (n === 5) minutes = digits2(b, from + 3);
    else if (n !== 3) return false;
    // XML Schema allows ±14:00 at most.
    if ((hours | minutes) < 0 || minutes > 59 || hours * 60 + minutes > 840) return false;
    this.offset = (sign === DASH ? -1 : 1) * (hours * 60 + minutes);
    this.hasOffset = true;
    this.seconds -= this.offset * 60;
    return true;
  }
}

function digits2(b: Uint8Array, at: number): number {
  const a = b[at]! - ZERO, c = b[at + 1]! - ZERO;
  return a >= 0 && a <= 9 && c >= 0 && c <= 9 ? a * 10 + c : -1;
}

function digits4(b: Uint8Array, at: number): number {
  const a = digits2(b, at), c = digits2(b, at + 2);
  return (a | c) < 0 ? -1 : a * 100 + c;
}
