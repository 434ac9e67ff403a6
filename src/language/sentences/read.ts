import { numberWords } from '../quantities/phrase.ts';
import { beside, cannotTell, causalWords, directionWords, noEffect } from './words.ts';

/** A number found in a text: one value, or the two ends of a range, with the unit beside it. */
export interface ReadNumber {
  readonly text: string;
  readonly hedge: 'plain' | 'about' | 'between';
  readonly values: readonly number[];
  /** The value of one unit of the last digit that is shown. */
  readonly digit: number;
  readonly unit: string;
}

/** What a text claims, read back out of its words. */
export interface Reading {
  readonly numbers: readonly ReadNumber[];
  readonly directions: readonly { readonly word: string; readonly sign: 1 | -1 }[];
  readonly causal: readonly string[];
  readonly verdicts: readonly (typeof noEffect | typeof cannotTell)[];
  readonly chances: readonly { readonly word: string; readonly tens: number | null }[];
}

const currency = '[€£$¥]|\\b[A-Z]{3} ';
const digits = '−?\\d[\\d,]*(?:\\.\\d+)?';
const word = numberWords.map((w) => `[${w[0]!.toUpperCase()}${w[0]}]${w.slice(1)}`).join('|');
const value = `(?:${currency})?(?:${digits})%?`;
const unit = '(?: (?:working )?(?:seconds?|minutes?|hours?|days?|million))?';
const pattern = new RegExp(`[Bb]etween (${value}) and (${value})(${unit})|([Aa]bout )?(?:(${value})(${unit})|\\b(${word})\\b)`, 'g');
const chancePattern = /(very likely|very unlikely|about as likely as not|unlikely|likely) \((?:about (\d) in 10|fewer than 1 in 10|more than 9 in 10)\)/gi;

/**
 * Takes every number, direction, hedge, verdict, chance and causal word out of a text. `masked` are names, dates and comparisons, which
 * may hold digits of their own.
 */
export function readBack(text: string, masked: readonly string[] = []): Reading {
  let rest = [...masked].filter((m) => m !== '').sort((a, b) => b.length - a.length).reduce((t, m) => t.replaceAll(m, '▪'), text);
  const chances: { word: string; tens: number | null }[] = [];
  rest = rest.replace(chancePattern, (_, found: string, tens: string | undefined) => {
    chances.push({ word: found.toLowerCase(), tens: tens === undefined ? null : Number(tens) });
    return '▪';
  });
  const verdicts = [noEffect, cannotTell].filter((v) => rest.toLowerCase().includes(v)) as (typeof noEffect | typeof cannotTell)[];
  for (const v of [...verdicts, beside]) rest = rest.replace(new RegExp(v, 'gi'), '▪');
  return { numbers: [...rest.matchAll(pattern)].map(readNumber), directions: directionsIn(rest), causal: causalWords.filter((c) => hasWord(rest, c)), verdicts, chances };
}

function readNumber(m: RegExpMatchArray): ReadNumber {
  const [text, low, high, rangeUnit, about, single, singleUnit, spelled] = m;
  if (low !== undefined && high !== undefined) {
    return { text, hedge: 'between', values: [numberOf(low), numberOf(high)], digit: digitOf(low, high), unit: unitOf(high, rangeUnit) };
  }
  const hedge = about === undefined ? 'plain' : 'about';
  if (spelled !== undefined) return { text, hedge, values: [numberWords.indexOf(spelled.toLowerCase())], digit: 1, unit: '' };
  return { text, hedge, values: [numberOf(single!)], digit: digitOf(single!), unit: unitOf(single!, singleUnit) };
}

const numberOf = (text: string): number => Number(text.replace(/[^\d.−]/g, '').replace('−', '-'));

/** The finest digit shown; trailing noughts of a whole number may be rounding, so they count as shown only by the caller's rule. */
function digitOf(...texts: readonly string[]): number {
  const decimals = Math.max(...texts.map((t) => /\.(\d+)/.exec(t)?.[1]?.length ?? 0));
  return Number(`1e-${decimals}`);
}

function unitOf(text: string, unitText: string | undefined): string {
  if (text.includes('%')) return '%';
  const symbol = /^[€£$¥]|^[A-Z]{3} /.exec(text)?.[0] ?? '';
  return `${symbol.trim()}${(unitText ?? '').trim().replace(/s$/, '')}`;
}

function directionsIn(text: string): { word: string; sign: 1 | -1 }[] {
  return [...text.matchAll(/[A-Za-z]+/g)].flatMap(([found]) => {
    const sign = directionWords[found.toLowerCase()];
    return sign === undefined ? [] : [{ word: found.toLowerCase(), sign }];
  });
}

const hasWord = (text: string, phrase: string): boolean => new RegExp(`\\b${phrase}\\b`, 'i').test(text);
