import { unexplainedTerms, type GlossaryTerm } from '../glossary/match.ts';
import { readability } from './scores.ts';
import { placeOf, sentences } from './text.ts';

/** What a brief must reach (METHODS §7). */
export const gate = { grade: 8, sentenceWords: 25 } as const;

/** Something a reader may stumble over. */
export interface Finding {
  readonly rule: 'grade' | 'long-sentence' | 'abbreviation' | 'term';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What keeps a text from being plain English: grade above 8, sentences over 25 words, capital abbreviations without an explanation, and
 * glossary terms neither replaced nor explained at first use. `names` (of records) are left out of the abbreviations and the grade.
 * @example plainEnglish('The SLA was met.', { terms: [], names: [] })[0]?.rule // 'abbreviation'
 */
export function plainEnglish(text: string, { terms, names }: { readonly terms: readonly GlossaryTerm[]; readonly names: readonly string[] }): Finding[] {
  const ours = blank(text, names);
  const { grade } = readability(replaceNames(text, names));
  return [
    ...(grade !== null && grade > gate.grade ? [{ rule: 'grade' as const, message: `Reading it takes about ${grade.toFixed(1)} years of school; at most ${gate.grade} is wanted`, line: 1, column: 1 }] : []),
    ...sentences(text).filter((s) => s.words.length > gate.sentenceWords).map((s): Finding => ({ rule: 'long-sentence', message: `A sentence of ${s.words.length} words; at most ${gate.sentenceWords} are wanted`, line: s.line, column: s.column })),
    ...abbreviations(ours),
    ...unexplainedTerms(ours, terms).map((t): Finding => ({ rule: 'term', message: `“${t.found}” is not explained: ${t.sayInstead === null ? t.meaning : `say “${t.sayInstead}”`}`, ...placeOf(ours, t.at) })),
  ];
}

/** Capitals of two letters or more, at first use, without an explanation in brackets beside them. */
function abbreviations(text: string): Finding[] {
  const seen = new Set<string>();
  return [...text.matchAll(/\b[A-Z][A-Z0-9&]+s?\b/g)].flatMap((m): Finding[] => {
    const first = !seen.has(m[0]);
    seen.add(m[0]);
    const explained = text.startsWith(' (', m.index + m[0].length) || (text[m.index - 1] === '(' && text[m.index + m[0].length] === ')');
    return first && !explained && !everyday.has(m[0]) ? [{ rule: 'abbreviation', message: `“${m[0]}” is not explained at first use`, ...placeOf(text, m.index) }] : [];
  });
}

/** What every reader of a British newspaper knows. */
const everyday = new Set(['UK', 'EU', 'US', 'GMT', 'BST', 'UTC', 'TV', 'BBC', 'PDF', 'COO', 'CIO', 'CEO']);

const blank = (text: string, names: readonly string[]): string => longestFirst(names).reduce((t, n) => t.replaceAll(n, '▪'.repeat(n.length)), text);
// A name is one word to its reader however long it is spelled, so it does not count against the writer.
const replaceNames = (text: string, names: readonly string[]): string => longestFirst(names).reduce((t, n) => t.replaceAll(n, 'Name'), text);
const longestFirst = (names: readonly string[]): string[] => names.filter((n) => n !== '').sort((a, b) => b.length - a.length);
