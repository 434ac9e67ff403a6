import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, fieldText, RecordScanner } from './records.ts';

function spans(text: string, delimiter = ',', cuts: number[] = []): { records: string[]; lines: number[]; open: boolean; unclosed: RecordScanner['unclosed'] } {
  const bytes = Buffer.from(text);
  const records: string[] = [], lines: number[] = [];
  const scanner = new RecordScanner(delimiter.charCodeAt(0), (start, end, line) => {
    records.push(bytes.subarray(start, end).toString());
    lines.push(line);
  });
  let from = 0;
  for (const cut of [...cuts.map((c) => c % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    scanner.push(bytes.subarray(from, cut));
    from = Math.max(from, cut);
  }
  scanner.end();
  return { records, lines, open: scanner.unclosed !== null, unclosed: scanner.unclosed };
}

test('records end at line breaks outside quotes; blank lines are none; lines are counted', () => {
  expect(spans('a,b\r\n\r\n1,"x\ny"\n\n2,""""\n3,un"quoted\n4,"c" d\n5,z')).toEqual({
    records: ['a,b', '1,"x\ny"', '2,""""', '3,un"quoted', '4,"c" d', '5,z'], lines: [1, 3, 6, 7, 8, 9], open: false, unclosed: null,
  });
  expect(spans('a\n1,"never\nclosed\n')).toMatchObject({ records: ['a', '1,"never\nclosed\n'], open: true });
});

test('a quote that never closes is named by its own line, with the lines that it takes in', () => {
  expect(spans('a\n1,"x\ny","never\nclosed\n').unclosed).toEqual({ line: 3, linesAfter: 1 });
  expect(spans('a\n1,"x""\ny\nz', ',', [4, 5, 6]).unclosed).toEqual({ line: 2, linesAfter: 2 });
  expect(spans('a\n1,"x').unclosed).toEqual({ line: 2, linesAfter: 0 });
  expect(spans('a\n1,"x\n').unclosed).toEqual({ line: 2, linesAfter: 0 });
});

test('fields lose their quotes; broken quoting says why', () => {
  expect(fieldsOf('1,"a ""b""",', ',')).toEqual({ fields: ['1', 'a "b"', ''] });
  expect(fieldsOf('a;;b', ';')).toEqual({ fields: ['a', '', 'b'] });
  expect(fieldsOf('6,"bad"quote', ',')).toEqual({ reason: 'text follows a closing quote', value: '"bad"quote' });
  expect(fieldsOf('6,"bad', ',')).toEqual({ reason: 'a quote is opened and never closed', value: '"bad' });
  expect(fieldText('a,b', ',')).toBe('"a,b"');
});

test('whatever is written is read again, however it is cut', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', ';') });
  fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 5 }), (rows, cuts) => {
    const text = rows.map((r) => r.map((f) => fieldText(f, ',')).join(',')).join('\r\n');
    const { records, open } = spans(text, ',', cuts);
    expect(open).toBe(false);
    expect(records.map((r) => fieldsOf(r, ','))).toEqual(rows.map((fields) => ({ fields })));
  }), { numRuns: 500 });
});
