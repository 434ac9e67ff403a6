import { syllable } from 'syllable';
import { sentences } from './text.ts';

/** How hard a text is to read; null below 50 words, where the formulas mean nothing. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly longestSentenceWords: number;
  /** Flesch reading ease, higher is easier. */
  readonly ease: number | null;
  /** Flesch–Kincaid grade, years of school. */
  readonly grade: number | null;
  /** SMOG grade. */
  readonly smog: number | null;
}

/** Below this many words no score is given (METHODS §7). */
export const leastWords = 50;

/**
 * Flesch 206.835 − 1.015 W/S − 84.6 Syl/W, Flesch–Kincaid .39 W/S + 11.8 Syl/W − 15.59 and SMOG 1.0430 √(30 P/S) + 3.1291, P the words of
 * three syllables or more; numbers count as words of one syllable. They warn; they never certify that a text is clear.
 * @example readability('Too short to score.').grade // null
 */
export function readability(text: string): Readability {
  const parts = sentences(text);
  const words = parts.flatMap((s) => s.words);
  const syllables = words.map((w) => Math.max(1, syllable(w)));
  const total = syllables.reduce((sum, n) => sum + n, 0);
  const longest = parts.reduce((most, s) => Math.max(most, s.words.length), 0);
  const counts = { words: words.length, sentences: parts.length, longestSentenceWords: longest };
  if (words.length < leastWords) return { ...counts, ease: null, grade: null, smog: null };
  const [perSentence, perWord] = [words.length / parts.length, total / words.length];
  const long = syllables.filter((n) => n >= 3).length;
  return {
    ...counts,
    ease: 206.835 - 1.015 * perSentence - 84.6 * perWord,
    grade: 0.39 * perSentence + 11.8 * perWord - 15.59,
    smog: 1.043 * Math.sqrt((30 * long) / parts.length) + 3.1291,
  };
}
