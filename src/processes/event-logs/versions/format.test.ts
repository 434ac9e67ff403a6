import { expect, test } from 'vitest';
import { formatOfHead } from './format.ts';

test.each<[string, string, string, string | null]>([
  ['PAR1\u0000', 'x.bin', 'parquet', null],
  ['SQLite format 3\u0000', 'x.csv', 'ocel', 'sqlite'],
  ['\ufeff  {"objectTypes":[', 'x', 'ocel', 'json'],
  ['[{"a":1}]', 'x', 'ocel', 'json'],
  ['{a},b\n1,2\n', 'x', 'csv', null],
  ['[a],b\n1,2\n', 'x', 'csv', null],
  ['<?xml version="1.0"?>\n<!-- <log><events> -->\n<log>\n <!-- x -->\n <object-types>', 'x', 'ocel', 'xml'],
  ['<log><events/>', 'x', 'ocel', 'xml'],
  ['<?xml version="1.0"?><log xes.version="1.0"><extension name="objects"/>', 'x', 'xes', null],
  ['<log><trace><event/>', 'x', 'xes', null],
  ['case,activity,time\n', 'x.xes', 'csv', null],
  ['', 'x.xes.gz', 'xes', null],
  ['', 'x.json', 'csv', null],
])('%j called %s is %s', (head, name, format, encoding) => {
  expect(formatOfHead(Buffer.from(head), name)).toEqual({ format, encoding });
});

test('UTF-16 is looked through', () => {
  expect(formatOfHead(Buffer.from('\ufeff<log><object-types/>', 'utf16le'), 'x')).toEqual({ format: 'ocel', encoding: 'xml' });
});
