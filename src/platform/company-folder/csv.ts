import type { ProblemDetail } from '../errors/index.ts';

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads comma-separated text as RFC 4180 has it: quotes around cells, doubled inside; each row with the line it begins on.
 * Empty lines are skipped.
 * @example parseCsv('t.csv', 'a,b\n1,"x,y"\n').rows // [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', 'x,y'] }]
 */
export function parseCsv(file: string, text: string): { rows: CsvRow[]; errors: ProblemDetail[] } {
  const rows: CsvRow[] = [];
  let i = 0;
  let line = 1;
  while (i < text.length) {
    const cells: string[] = [];
    const start = line;
    for (let more = true; more;) {
      const cell = text[i] === '"' ? quoted(text, i) : bare(text, i);
      if ('fault' in cell) return { rows, errors: [{ detail: cell.fault, value: text.slice(i, i + 60).split('\n')[0] ?? '', wanted: 'quotes around the whole cell, doubled inside', at: { file, line } }] };
      cells.push(cell.text);
      line += cell.lines;
      more = text[cell.end] === ',';
      i = cell.end + (more ? 1 : 0);
    }
    if (text[i] === '\r') i += 1;
    if (text[i] === '\n') i += 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: start, cells });
  }
  return { rows, errors: [] };
}

type Cell = { text: string; end: number; lines: number } | { fault: string };

function bare(text: string, from: number): Cell {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') {
    if (text[end] === '"') return { fault: 'A quote stands inside a cell that has none around it' };
    end += 1;
  }
  return { text: text.slice(from, end), end, lines: 0 };
}

function quoted(text: string, from: number): Cell {
  let out = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { fault: 'A quote is never closed' };
    out += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const after = text[close + 1];
      if (after !== undefined && after !== ',' && after !== '\n' && after !== '\r') return { fault: 'Something follows a closing quote' };
      return { text: out, end: close + 1, lines: out.split('\n').length - 1 };
    }
    out += '"';
    at = close + 2;
  }
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it; `readCell` takes exactly that one off again. */
const formula = /^'*[=+\-@\t\r]/;

/**
 * One cell as it is written: formulas neutralised, quotes where they are needed.
 * @example writeCell('=1+1') // "'=1+1"
 */
export function writeCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that `writeCell` was given. */
export function readCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
