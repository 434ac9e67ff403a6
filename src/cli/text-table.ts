/** A column of a table for people: its head, and whether its cells are numbers, which stand at the right. */
export interface TextColumn {
  readonly head: string;
  readonly right?: boolean;
  /** Left out where there is no room, the highest first; absent: never. */
  readonly spare?: number;
}

export interface TableOptions {
  /** A cell wider than this is cut. */
  readonly widest?: number;
  /** Characters that a line may have; absent: those of the terminal, and without one as many as it takes. */
  readonly within?: number | undefined;
}

// A way of many steps makes a long line; the rule above it does not.
const longestRule = 48;
/** Letters that a text keeps before a column is left out for its sake, and where none can be. */
const leastText = 16, leastOfAll = 10;
const between = 2;

/** Characters of a line of the terminal; undefined where the answer goes into a pipe or a file, in which nothing is wrapped. */
export function terminalWidth({ isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> = process.stdout): number | undefined {
  return isTTY === true && columns > 0 ? columns : undefined;
}

/**
 * Rows as an aligned table. Where a line would be too long, heads and texts go on in the next one, and columns that can be spared are named
 * below the table instead; numbers stay whole.
 * @example table([{ head: 'n', right: true }], [['1'], ['20']]) // ' n\n──\n 1\n20\n'
 */
export function table(columns: readonly TextColumn[], rows: readonly (readonly string[])[], { widest = 48, within = terminalWidth() }: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => cut(oneLine(cell), widest)));
  const all = columns.map((column, i) => measured(column, cells.map((row) => row[i] ?? ''), i));
  const { shown, widths } = within === undefined ? { shown: all, widths: all.map((c) => c.most) } : fitted(all, within);
  const lines = (texts: readonly string[][], above: boolean) => {
    const height = Math.max(...texts.map((t) => t.length));
    const text = (t: readonly string[], line: number) => t[above ? line - height + t.length : line] ?? '';
    return Array.from({ length: height }, (_, line) => shown.map((c, i) => pad(text(texts[i]!, line), widths[i]!, c.right === true)).join(' '.repeat(between)).trimEnd());
  };
  const head = lines(shown.map((c, i) => wrapped(c.head, widths[i]!)), true);
  const rule = widths.map((w, i) => '─'.repeat(i === widths.length - 1 ? Math.min(w, longestRule) : w)).join(' '.repeat(between));
  const left = all.filter((c) => !shown.includes(c)).map((c) => c.head);
  const body = cells.flatMap((row) => lines(shown.map((c, i) => wrapped(row[c.at] ?? '', widths[i]!)), false));
  return `${[...head, rule, ...body].join('\n')}\n${left.length === 0 ? '' : wrapped(`No room here for: ${left.join('; ')} (all with a wider window, in a pipe or with --json).`, within!).map((l) => `${l}\n`).join('')}`;
}

interface Measured extends TextColumn {
  readonly at: number;
  /** Letters of the longest word of its head, and of its longest cell. */
  readonly word: number;
  readonly widest: number;
  readonly most: number;
}

function measured(column: TextColumn, cells: readonly string[], at: number): Measured {
  const widest = Math.max(0, ...cells.map(letters));
  const word = Math.max(...column.head.split(' ').map(letters));
  return { ...column, at, word, widest, most: Math.max(letters(column.head), widest) };
}

/** The columns that there is room for, and how wide they are: as narrow as can be, then texts wider, then heads. */
function fitted(all: readonly Measured[], within: number): { shown: readonly Measured[]; widths: number[] } {
  let shown = all;
  const least = (c: Measured, text: number) => Math.max(c.word, c.right === true ? c.widest : Math.min(c.widest, text));
  const room = (text: number) => within - between * (shown.length - 1) - shown.reduce((n, c) => n + least(c, text), 0);
  while (room(leastText) < 0) {
    const spared = shown.filter((c) => c.spare !== undefined).sort((a, b) => b.spare! - a.spare!)[0];
    if (spared === undefined) break;
    shown = shown.filter((c) => c !== spared);
  }
  const text = room(leastText) < 0 ? leastOfAll : leastText;
  const widths = shown.map((c) => least(c, text));
  let rest = room(text);
  for (const texts of [true, false]) {
    for (; rest > 0; rest--) {
      const next = shown.map((c, i) => ({ i, c })).filter(({ c, i }) => (!texts || c.right !== true) && widths[i]! < c.most).sort((a, b) => widths[a.i]! - widths[b.i]!)[0];
      if (next === undefined) break;
      widths[next.i] = widths[next.i]! + 1;
    }
  }
  return { shown, widths };
}

/**
 * A text in lines of at most `width` characters, broken between words; a longer word is broken where the line ends.
 * @example wrapped('check the ticket', 9) // ['check the', 'ticket']
 */
export function wrapped(text: string, width: number): string[] {
  if (letters(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (letters(longer) > width && line !== '') lines.push(line);
    line = letters(longer) > width ? word : longer;
    for (; letters(line) > width; line = [...line].slice(width).join('')) lines.push([...line].slice(0, width).join(''));
  }
  return [...lines, line];
}

/**
 * Sentences as a terminal shows them: broken between words, below where they began. What fits stays as it is, as do tables.
 * @example prose('- check the ticket\n', 12) // '- check the\n  ticket\n'
 */
export function prose(text: string, within: number | undefined = terminalWidth()): string {
  if (within === undefined) return text;
  return text.split('\n').map((line) => {
    if (letters(line) <= within) return line;
    const [lead = ''] = /^\s*(?:[-…] )?/.exec(line) ?? [];
    const indent = ' '.repeat(Math.min(lead.length, within - 1));
    return wrapped(line.slice(lead.length), within - indent.length).map((part, i) => `${i === 0 ? lead : indent}${part}`).join('\n');
  }).join('\n');
}

function letters(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - letters(text)));
  return right ? `${space}${text}` : `${text}${space}`;
}

function cut(text: string, widest: number): string {
  return letters(text) <= widest ? text : `${[...text].slice(0, widest - 1).join('')}…`;
}

// A terminal must not be steered by what a log holds.
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
