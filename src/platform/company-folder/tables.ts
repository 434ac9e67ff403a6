import type { ProblemDetail } from '../errors/index.ts';
import type { AnyKind } from '../register/index.ts';
import { parseCsv, readCell, type CsvRow } from './csv.ts';
import { columnsOf } from './fields.ts';
import type { RawRecord } from './model.ts';

/** Raw records of a CSV file, one a row; an empty cell is an absent field, lists are separated by `;`. */
export function tableRecords(kind: AnyKind, file: string, text: string): { records: RawRecord[]; errors: ProblemDetail[] } {
  const { rows, errors } = parseCsv(file, text);
  const [header, ...body] = rows;
  if (errors.length > 0) return { records: [], errors };
  const columns = columnsOf(kind);
  if (header === undefined) return { records: [], errors: [{ detail: 'The file is empty', wanted: `a header: ${columns.map((c) => c.name).join(',')}`, at: { file, line: 1 } }] };
  const faults = headerFaults(header, columns, file);
  if (faults.length > 0) return { records: [], errors: faults };
  const lists = new Set(columns.filter((c) => c.list).map((c) => c.name));
  const records: RawRecord[] = [];
  for (const row of body) {
    if (row.cells.length === header.cells.length) records.push(record(file, header.cells, row, lists));
    else errors.push({ detail: 'The row does not fit the header', value: `${row.cells.length} cells`, wanted: `${header.cells.length} cells`, at: { file, line: row.line } });
  }
  return { records, errors };
}

function headerFaults(header: CsvRow, columns: { name: string; required: boolean }[], file: string): ProblemDetail[] {
  const at = (column: number) => ({ file, line: header.line, column });
  const known = columns.map((c) => c.name);
  const unknown = header.cells.flatMap((c, i) => (known.includes(c) ? [] : [{ detail: 'The column is not known', value: c, wanted: `columns separated by commas, of: ${known.join(', ')}`, at: at(i + 1) }]));
  const twice = header.cells.flatMap((c, i) => (header.cells.indexOf(c) < i ? [{ detail: 'The column is there twice', value: c, wanted: 'each column once', at: at(i + 1) }] : []));
  const missing = columns.filter((c) => c.required && !header.cells.includes(c.name)).map((c) => ({ detail: `The column ${c.name} is missing`, wanted: `a header with ${c.name}`, at: at(1) }));
  return [...unknown, ...twice, ...missing];
}

function record(file: string, header: readonly string[], row: CsvRow, lists: ReadonlySet<string>): RawRecord {
  const raw: Record<string, unknown> = {};
  for (const [i, name] of header.entries()) {
    const text = readCell(row.cells[i] ?? '');
    if (text !== '' && name !== 'id') raw[name] = lists.has(name) ? text.split(';').map((t) => t.trim()) : text;
  }
  const id = readCell(row.cells[header.indexOf('id')] ?? '');
  const place = (path: readonly (string | number)[] = ['id']) => {
    const column = header.indexOf(String(path[0])) + 1;
    return { file, line: row.line, ...(column > 0 ? { column } : {}) };
  };
  return { id: id === '' ? undefined : id, raw, place, idPlace: place(['id']) };
}
