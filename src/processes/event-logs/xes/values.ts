import type { XesCollector } from './collector.ts';
import { ROLE_ACTIVITY, ROLE_BOOLEAN, ROLE_CASE, ROLE_DOUBLE, ROLE_INSTANT, ROLE_INTEGER, ROLE_NOTHING, ROLE_OPTIONAL_TEXT, ROLE_TEXT, ROLE_TIME, type Target } from './targets.ts';
import { hashBytes } from './dictionary.ts';
import { InstantReader } from './instant.ts';

const ZERO = 48, NINE = 57, MINUS = 45, PLUS = 43, DOT = 46;
const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
const DOUBLE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const LARGEST = 2n ** 63n;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** True for roles whose values are kept as text, so that the scanner should hash them on the way. */
export function isText(role: number): boolean {
  return role === ROLE_TEXT || role === ROLE_ACTIVITY || role === ROLE_CASE || role === ROLE_OPTIONAL_TEXT;
}

/** Whether values of a role are instants. */
export function isInstant(role: number): boolean {
  return role === ROLE_TIME || role === ROLE_INSTANT;
}

/** Reads attribute values from bytes by the type of their target and gives them to the collector. */
export class ValueReader {
  private readonly collector: XesCollector;
  private readonly instant = new InstantReader();

  constructor(collector: XesCollector) {
    this.collector = collector;
  }

  /** A value with entities and white space already settled; `hash` matters only where `isText(target.role)`. */
  put(t: Target, b: Uint8Array, from: number, to: number, hash: number, line: number): void {
    const { collector } = this;
    if (t.part >= 0) collector.putPart(t, b, from, to, isText(t.role) ? hash : hashBytes(b, from, to));
    switch (t.role) {
      case ROLE_NOTHING:
        return;
      case ROLE_TIME:
      case ROLE_INSTANT:
        this.putInstant(t, b, from, to, line);
        return;
      case ROLE_INTEGER:
        this.putInteger(t, b, from, to, line);
        return;
      case ROLE_DOUBLE:
        this.putDouble(t, b, from, to, line);
        return;
      case ROLE_BOOLEAN:
        this.putBoolean(t, b, from, to, line);
        return;
      default:
        collector.putText(t, b, from, to, hash);
    }
  }

  /** Whether the bytes are a date; `putRead` then stores it. */
  isInstant(b: Uint8Array, from: number, to: number): boolean {
    return this.instant.read(b, from, to);
  }

  putRead(t: Target): void {
    const { instant } = this;
    this.collector.putInstant(t, instant.seconds, instant.micros, instant.hasOffset, instant.offset);
  }

  private putInstant(t: Target, b: Uint8Array, from: number, to: number, line: number): void {
    if (this.instant.read(b, from, to) || this.readTrimmed(b, from, to)) this.putRead(t);
    else this.collector.putUnreadable(t, line, text(b, from, to));
  }

  private readTrimmed(b: Uint8Array, from: number, to: number): boolean {
    const start = trimStart(b, from, to), end = trimEnd(b, start, to);
    return (start > from || end < to) && this.instant.read(b, start, end);
  }

  private putInteger(t: Target, b: Uint8Array, from: number, to: number, line: number): void {
    let p = from, value = 0;
    const negative = b[p] === MINUS;
    if (negative) p++;
    const digits = to - p;
    for (; p < to; p++) {
      const d = b[p]! - ZERO;
      if (d < 0 || d > 9) break;
      value = value * 10 + d;
    }
    if (p === to && digits > 0 && digits <= 15) {
      this.collector.putInteger(t, negative ? 0 - value : value);
      return;
    }
    const raw = text(b, from, to), trimmed = raw.trim();
    if (/^[+-]?\d{1,40}$/.test(trimmed)) {
      const big = BigInt(trimmed.replace('+', ''));
      if (big < LARGEST && big >= -LARGEST) {
        this.collector.putBigInteger(t, big);
        return;
      }
    }
    this.collector.putUnreadable(t, line, raw);
  }

  private putDouble(t: Target, b: Uint8Array, from: number, to: number, line: number): void {
    let p = from, value = 0, digits = 0, point = -1;
    const sign = b[p];
    if (sign === MINUS || sign === PLUS) p++;
    for (; p < to; p++) {
      const c = b[p]!;
      if (c >= ZERO && c <= NINE) {
        value = value * 10 + (c - ZERO);
        digits++;
      } else if (c === DOT && point < 0) point = digits;
      else break;
    }
    // Up to 15 digits and 10^15 are exact doubles, so one division rounds as the standard wants.
    if (p === to && digits > 0 && digits <= 15) {
      const scaled = point < 0 ? value : value / POWERS[digits - point]!;
      this.collector.putDouble(t, sign === MINUS ? -scaled : scaled);
      return;
    }
    const raw = text(b, from, to), trimmed = raw.trim();
    if (DOUBLE.test(trimmed)) this.collector.putDouble(t, Number(trimmed));
    else if (/^[+-]?INF$/.test(trimmed)) this.collector.putDouble(t, trimmed.startsWith('-') ? -Infinity : Infinity);
    else this.collector.putUnreadable(t, line, raw);
  }

  private putBoolean(t: Target, b: Uint8Array, from: number, to: number, line: number): void {
    const raw = text(b, from, to), value = raw.trim().toLowerCase();
    if (value === 'true' || value === '1') this.collector.putBoolean(t, true);
    else if (value === 'false' || value === '0') this.collector.putBoolean(t, false);
    else this.collector.putUnreadable(t, line, raw);
  }
}

function text(b: Uint8Array, from: number, to: number): string {
  return decoder.decode(b.subarray(from, to));
}

function trimStart(b: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && b[p]! <= 32) p++;
  return p;
}

function trimEnd(b: Uint8Array, from: number, to: number): number {
  let p = to;
  while (p > from && b[p - 1]! <= 32) p--;
  return p;
}
