import { numberWords, phrase } from '../quantities/phrase.ts';
import { chancePhrase } from '../quantities/chance.ts';
import type { Estimate } from '../quantities/rounding.ts';
import type { Quantity } from '../quantities/units.ts';
import { directionWord, verdictOf, type CausalLicence, type Difference } from './change.ts';
import { beside, cannotTell, causalWords, directionWords, hedgeWords, judgingWords, noEffect } from './words.ts';

/** A figure that a sentence may name. */
export interface Figure extends Estimate {
  readonly claim: string;
  readonly quantity: Quantity;
}

/** A piece of a sentence. Only these, never literal text, may carry numbers, directions, hedges or causes. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'figure' | 'direction' | 'comparison' | 'verdict' | 'chance'; readonly text: string; readonly claim: string }
  | { readonly kind: 'causal'; readonly text: string; readonly claim: string | null };

/** A sentence with the claims that it rests on. */
export interface Sentence {
  readonly pieces: readonly Piece[];
  readonly plain: string;
  readonly claims: readonly string[];
}

/** The name of a record, as its register has it. */
export const name = (text: string): Piece => ({ kind: 'name', text });

/** A date or period already in words, such as “October”. */
export const period = (text: string): Piece => ({ kind: 'date', text });

/** A figure, rounded and hedged by its interval; `not` is a value that it must not look equal to. */
export const figure = (f: Figure, options: { not?: number } = {}): Piece => ({ kind: 'figure', text: phrase(f.quantity, f, options).text, claim: f.claim });

/** On which side of an agreed value a figure lies; only where every reading of it agrees. */
export const side = (claim: string, sign: 1 | -1): Piece => ({ kind: 'direction', text: sign === 1 ? 'above' : 'below', claim });

/** The direction word of a difference that has one, alone. */
export const direction = (d: Difference, verdict: 'rose' | 'fell'): Piece => ({ kind: 'direction', text: directionWord(d.quantity, verdict), claim: d.claim });

/** What a difference is compared with, alone. */
export const comparison = (d: Difference): Piece => ({ kind: 'comparison', text: d.comparison, claim: d.claim });

/** “We cannot yet tell”, about a difference whose interval holds nought. */
export const undecided = (d: Difference): Piece => ({ kind: 'verdict', text: cannotTell, claim: d.claim });

/** A probability as a word with its number. */
export const chance = (claim: string, probability: number): Piece => ({ kind: 'chance', text: chancePhrase(probability), claim });

/** A causal word where there is a licence, else “at the same time as”. */
export const cause = (claim: string | null, licence: CausalLicence | null): Piece => ({ kind: 'causal', text: licence === null || claim === null ? beside : 'because of', claim: licence === null ? null : claim });

/**
 * How a figure compares, as the end of a sentence: “, longer than 2.1 days in the 12 weeks before”; without a clear difference it says
 * so, and without an interval only both figures stand side by side.
 */
export function compared(d: Difference): Piece[] {
  const verdict = verdictOf(d);
  const before: Piece = { kind: 'figure', text: baseText(d), claim: d.claim };
  const comparison: Piece = { kind: 'comparison', text: d.comparison, claim: d.claim };
  const words = (text: string): Piece => ({ kind: 'words', text });
  switch (verdict) {
    case 'rose':
    case 'fell': return [words(', '), { kind: 'direction', text: directionWord(d.quantity, verdict), claim: d.claim }, words(' than '), before, words(' '), comparison];
    case 'no effect': return [words(': '), { kind: 'verdict', text: noEffect, claim: d.claim }, words(' from '), before, words(' '), comparison];
    case 'cannot tell': return [words('. It was '), before, words(' '), comparison, words('; '), { kind: 'verdict', text: cannotTell, claim: d.claim }, words(' whether that is a change')];
    case 'no interval': return [words('; '), before, words(' '), comparison];
  }
}

/** The base of a comparison, in the unit of the figure, and never so coarse that it looks like the figure it differs from. */
function baseText(d: Difference): string {
  const counted = d.quantity.kind === 'count';
  const quantity = counted ? { kind: 'count' as const, noun: { one: '', many: '' } } : d.quantity;
  return phrase(quantity, { estimate: counted ? Math.round(d.before) : d.before, lo: null, hi: null }, { not: d.now, ...(isNear(d) ? { like: d.now } : {}) }).text;
}

/** Near enough to be said in one unit: three hours beside 20 minutes, but not beside 20 seconds. */
const isNear = ({ now, before }: Difference): boolean => Math.abs(before) < 30 * Math.abs(now) && Math.abs(now) < 30 * Math.abs(before);

const numerals = new Set([...numberWords, 'ten', 'eleven', 'twelve', 'twenty', 'hundred', 'thousand', 'million', 'half', 'twice', 'double']);
const forbidden = new RegExp(`\\d|%|\\b(${[...numerals, ...Object.keys(directionWords), ...judgingWords, ...causalWords, ...hedgeWords].join('|')})\\b`, 'i');

/**
 * A sentence from a template whose literal text carries no number, direction, hedge or cause: these come only from pieces.
 * @throws RangeError for a template that carries one itself.
 * @example say`${name('Orders')} took ${figure(f)}.`.plain // 'Orders took 2.6 days.'
 */
export function say(template: TemplateStringsArray, ...values: readonly (Piece | readonly Piece[])[]): Sentence {
  const pieces: Piece[] = [];
  template.forEach((text, i) => {
    const found = forbidden.exec(text);
    if (found !== null) throw new RangeError(`A template may not itself say “${found[0]}”: got “${text}”`);
    if (text !== '') pieces.push({ kind: 'words', text });
    const value = values[i];
    if (value !== undefined) pieces.push(...(Array.isArray(value) ? (value as readonly Piece[]) : [value as Piece]));
  });
  return sentenceOf(pieces);
}

/** Pieces as one sentence, its first letter a capital. */
export function sentenceOf(pieces: readonly Piece[]): Sentence {
  const [first, ...rest] = pieces;
  const opened = first === undefined ? [] : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) } as Piece, ...rest];
  const claims = opened.flatMap((p) => ('claim' in p && p.claim !== null ? [p.claim] : []));
  return { pieces: opened, plain: opened.map((p) => p.text).join(''), claims: [...new Set(claims)] };
}

/** Several sentences as one, a space between them. */
export function joined(...sentences: readonly Sentence[]): Sentence {
  const pieces = sentences.flatMap((s, i): Piece[] => (i === 0 ? [...s.pieces] : [{ kind: 'words', text: ' ' }, ...s.pieces]));
  return { pieces, plain: sentences.map((s) => s.plain).join(' '), claims: [...new Set(sentences.flatMap((s) => s.claims))] };
}
