/** A sentence of a text with where it begins (line and column from 1). */
export interface TextSentence {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly words: readonly string[];
}

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|No|St|approx|[A-Z])\.$/;

/**
 * The sentences of a plain text: they end at a full stop, question or exclamation mark before a space and a capital, digit or opening
 * mark, or at the end of a line that is a heading or list item; not inside 2.6, e.g. or Mr.
 * @example sentences('It took 2.6 days. It is late.').length // 2
 */
export function sentences(text: string): TextSentence[] {
  const out: TextSentence[] = [];
  let from = 0;
  const push = (to: number) => {
    const piece = text.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const words = wordsOf(piece);
    if (words.length > 0) out.push({ text: piece.trim(), ...placeOf(text, from + lead), words });
    from = to;
  };
  for (const m of text.matchAll(/[.!?][)”"’]*(?=\s+[\p{Lu}\d“"(£€$])|\n\s*(?=\n|[-*#•]|\d+\.\s)/gu)) {
    const end = m.index + m[0].length;
    if (!abbreviation.test(text.slice(from, m.index + 1))) push(end);
  }
  push(text.length);
  return out;
}

/** The words of a text: runs of letters or digits with what joins them, so 1,204 and don't are one each. */
export function wordsOf(text: string): string[] {
  return text.match(/[£€$]?[\p{L}\p{N}]+(?:[.,:’'–-][\p{L}\p{N}]+)*%?/gu) ?? [];
}

/** Line and column, from 1, of a position in a text. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
