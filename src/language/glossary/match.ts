/** A word of the glossary that a reader may not know. */
export interface GlossaryTerm {
  readonly term: string;
  readonly meaning: string;
  /** A plain word to say instead, if there is one. */
  readonly sayInstead: string | null;
}

export interface FoundTerm extends GlossaryTerm {
  /** As it stands in the text. */
  readonly found: string;
  /** Position in the text, from 0. */
  readonly at: number;
}

/**
 * Each term at its first use, whole words, singular or plural, in any case; of overlapping ones the longest.
 * @example findTerms('The event logs', [{ term: 'event log', meaning: 'a file of events', sayInstead: null }])[0]?.found // 'event logs'
 */
export function findTerms(text: string, terms: readonly GlossaryTerm[]): FoundTerm[] {
  const taken: [number, number][] = [];
  const out: FoundTerm[] = [];
  for (const term of [...terms].sort((a, b) => b.term.length - a.term.length)) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term.term)}(?:s|es)?(?![\\p{L}\\p{N}])`, 'giu');
    for (const m of text.matchAll(pattern)) {
      const [from, to] = [m.index, m.index + m[0].length];
      if (taken.some(([a, b]) => from < b && to > a)) continue;
      taken.push([from, to]);
      out.push({ ...term, found: m[0], at: from });
      break;
    }
  }
  return out.sort((a, b) => a.at - b.at);
}

/**
 * Terms that are not explained at first use: an explanation follows in brackets or behind “, that is” or a colon, or the term itself
 * stands in brackets behind its explanation.
 */
export function unexplainedTerms(text: string, terms: readonly GlossaryTerm[]): FoundTerm[] {
  return findTerms(text, terms).filter(({ at, found }) => {
    const after = text.slice(at + found.length);
    return !/^( \(|, that is|:)/.test(after) && !(text[at - 1] === '(' && after.startsWith(')'));
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
