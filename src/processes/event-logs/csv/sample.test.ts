import { expect, test } from 'vitest';
import { guessDelimiter } from './delimiter.ts';
import { sampleCsv } from './sample.ts';

const sample = (text: string, whole = true) => sampleCsv(Buffer.from(text), { name: 'log.csv', whole });

test('the delimiter is the one under which the records agree', () => {
  expect(guessDelimiter(Buffer.from('a;b\n1;2,5\n3;4,5\n'), true)).toBe(';');
  expect(guessDelimiter(Buffer.from('a\tb\n1\t2\n'), true)).toBe('\t');
  expect(guessDelimiter(Buffer.from('a,b\n"1;2;3",2\n'), true)).toBe(',');
});

test('columns and rows are read; a mark and nameless columns are taken in stride', () => {
  expect(sample('\ufeff,case,activity\r\n0,1,"a\nb"\r\n')).toEqual({ delimiter: ',', columns: ['column 1', 'case', 'activity'], rows: [['0', '1', 'a\nb']] });
});

test.each([
  ['', true, 'The file is empty'],
  ['case,activity,time\n', true, 'There is a header but no row'],
  ['case,time,case\n1,2,3\n', true, 'Two columns have the same name'],
  ['x'.repeat(100), false, 'The first line does not end'],
  ['PK\u0003\u0004', true, 'The file is a ZIP archive or a spreadsheet, not delimited text'],
  ['a,b\n\u0000,1\n', true, 'The file is not text'],
  ['"a,b\n', true, 'The header cannot be read: a quote is opened and never closed'],
  ['a,b\n1,"x\n2,y\n', true, 'A quote opens here and is never closed'],
  ['"a,b\n1,x\n', true, 'A quote opens here and is never closed'],
  ['a,b\n"1,x\n2,y\n', false, 'A quote opens here and is never closed'],
])('%j is refused with one clear problem', (text, whole, detail) => {
  expect(() => sample(text, whole)).toThrow(expect.objectContaining({ code: 'bad-input', detail, at: expect.objectContaining({ file: 'log.csv' }) }));
});

test('a delimiter is one character that can part fields', () => {
  expect(sampleCsv(Buffer.from('a;b\n1;2\n'), { name: 'log.csv', whole: true, delimiter: ';' }).columns).toEqual(['a', 'b']);
  for (const delimiter of [';;', '', '"', '\n', '§']) expect(() => sampleCsv(Buffer.from('a;b\n1;2\n'), { name: 'log.csv', whole: true, delimiter })).toThrow(expect.objectContaining({ code: 'bad-input', detail: 'The delimiter is not one character', value: delimiter }));
});
