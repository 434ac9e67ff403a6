import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sentence } from '../errors/index.ts';
import { defineKind, nameField, refField, refTo } from '../register/index.ts';
import { parseCsv, readCell, writeCell } from './csv.ts';
import { decodeText } from './decode.ts';
import { limits, type FolderFile } from './model.ts';
import { readFolder } from './read-folder.ts';
import { threeWay } from './three-way.ts';
import { parseYaml } from './yaml.ts';

const firm = defineKind({ name: 'firm', plural: 'firm', file: 'firm.yaml', shape: 'single', description: 'Firm', schema: z.strictObject({ name: nameField() }) });
const tool = defineKind({ name: 'tool', plural: 'tools', file: 'tools.yaml', description: 'Tools', schema: z.strictObject({ name: nameField(), tier: z.number().int(), next: refField('tool').optional() }), references: (b) => refTo('tool', b.next, ['next']) });
const stop = defineKind({ name: 'stop', plural: 'stops', file: 'stops.csv', shape: 'table', ids: 'code', description: 'Stops', schema: z.strictObject({ title: nameField(), tools: z.array(refField('tool')).min(1) }) });
const kinds = [firm, tool, stop];

const file = (path: string, text: string | Uint8Array): FolderFile => ({ path, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text });
const read = (path: string, text: string | Uint8Array) => readFolder([file(path, text)], kinds);
const faults = (path: string, text: string | Uint8Array) => read(path, text).errors.map(sentence);
const ids = (path: string, text: string) => read(path, text).records.map((r) => `${r.kind.name} ${r.id}`);

test('a list, a map by id, one record a file and one file a folder all say the same', () => {
  expect(ids('tools.yaml', '- { id: saw, name: Saw, tier: 1 }\n- { id: axe, name: Axe, tier: 2 }\n')).toEqual(['tool saw', 'tool axe']);
  expect(ids('tools.yaml', 'saw: { name: Saw, tier: 1 }\naxe: { name: Axe, tier: 2 }\n')).toEqual(['tool saw', 'tool axe']);
  expect(ids('tools/anything.yaml', 'id: saw\nname: Saw\ntier: 1\n')).toEqual(['tool saw']);
  expect(ids('firm.yaml', 'name: Firm\n')).toEqual(['firm firm']);
  expect(ids('tools.yaml', '# nothing yet\n')).toEqual([]);
  expect([...read('tools.yaml', '').kinds]).toEqual(['tool']);
  expect(ids('stops.csv', 'id,title,tools\nA-1,Blade broke,saw;axe\n')).toEqual(['stop A-1']);
});

test('every fault of every file is named with its line, not just the first', () => {
  expect(faults('tools.yaml', 'saw:\n  name: Saw\n  teir: 1\naxe: { name: 7, tier: x }\nSaw Two: {}\n')).toEqual([
    'tools.yaml:1:1: tool saw: tier is missing: wanted a number',
    'tools.yaml:3:3: tool saw: teir is not a field: got “teir”, wanted tier',
    'tools.yaml:4:14: tool axe: name is not valid: got “7”, wanted a name, in quotes',
    'tools.yaml:4:23: tool axe: tier is not valid: got “x”, wanted a number',
    'tools.yaml:5:1: The id of a tool is not valid: got “Saw Two”, wanted an id of small letters, digits and single hyphens, as order-to-cash',
    'tools.yaml:5:1: name is missing: wanted a name',
    'tools.yaml:5:1: tier is missing: wanted a number',
  ]);
});

test('YAML that is not plain data is refused, saying where and what instead', () => {
  expect(faults('tools.yaml', 'saw: { name: Saw, tier: 1 }\nsaw: { name: Saw, tier: 2 }\n')).toEqual(['tools.yaml:2:1: The key is there twice: got “saw”, wanted each key once']);
  expect(faults('tools.yaml', 'saw:\n\tname: Saw\n')[0]).toBe('tools.yaml:2:1: A tab indents this line: wanted blanks, because YAML does not allow tabs there');
  expect(faults('tools.yaml', 'a: &x { name: A, tier: 1 }\nb: *x\n')).toEqual(['tools.yaml:2:4: An alias stands for a value written elsewhere: got “*x”, wanted the value itself']);
  expect(faults('tools.yaml', 'a: { name: !!js/function "x", tier: 1 }\n')[0]).toMatch(/^tools.yaml:1:\d+: The value has a tag: got “.*”, wanted a plain value without a tag$/);
  expect(faults('tools.yaml', 'a: 1\n---\nb: 2\n')[0]).toContain('The file holds several documents');
  expect(faults('tools.yaml', 'a: [1, 2\nb: }\n')[0]).toMatch(/^tools.yaml:\d:\d+: This is not YAML/);
  expect(faults('tools.yaml', '__proto__: { name: x, tier: 1 }\n')[0]).toContain('This name is not allowed as a key');
  expect(faults('tools.yaml', '12: { name: x, tier: 1 }\n')[0]).toContain('A key is not text: got “12”, wanted text, in quotes');
  expect(faults('tools.yaml', 'just words\n')).toEqual(['tools.yaml:1: The file holds no tools: got “just words”, wanted a list of tools with ids, or tools by id']);
  expect(faults('tools.yaml', '- { name: Saw, tier: 1 }\n')[0]).toContain('A tool has no id');
  expect(faults('tools.yaml', '- { id: 007, name: Saw, tier: 1 }\n')[0]).toContain('got “7”, wanted an id of small letters, digits and single hyphens, as order-to-cash, in quotes');
  expect(faults('firm.yaml', '[]\n')).toEqual(['firm.yaml:1: The firm are missing: wanted fields with values']);
});

test('an anchor bomb is refused in no time and little memory', () => {
  const levels = 'abcdefghij'.split('').map((c, i, all) => (i === 0 ? 'a: &a [x,x,x,x,x,x,x,x,x,x]' : `${c}: &${c} [${Array.from({ length: 10 }, () => `*${all[i - 1]}`).join(',')}]`));
  const before = performance.now();
  const found = faults('tools.yaml', `${levels.join('\n')}\n`);
  expect(performance.now() - before).toBeLessThan(1000);
  expect(found).toEqual(['tools.yaml:2:8: An alias stands for a value written elsewhere: got “*a and 89 more”, wanted the value itself']);
});

test('nesting without end is one clear fault, in brackets and in blocks', () => {
  expect(faults('tools.yaml', `a: ${'['.repeat(100_000)}`)).toEqual([`tools.yaml:1: The file is nested too deeply: wanted at most ${limits.depth} levels`]);
  const blocks = Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}k:`).join('\n');
  expect(faults('tools.yaml', `${blocks} 1\n`)[0]).toContain('The file is nested too deeply');
});

test('bytes that are not UTF-8 are named with their line', () => {
  expect(faults('tools.yaml', new Uint8Array([...new TextEncoder().encode('a: 1\nb: caf'), 0xe9, 0x0a]))).toEqual(['tools.yaml:2: The file is not UTF-8: got “bytes e9 0a”, wanted UTF-8 (save it again with that encoding)']);
  expect(faults('tools.yaml', new Uint8Array([0xff, 0xfe, 0x61, 0]))).toEqual(['tools.yaml:1: The file is UTF-16: wanted UTF-8']);
  expect(faults('tools.yaml', 'a: 1\n\u0000')).toEqual(['tools.yaml:2: The file holds a zero byte, so it is not text: wanted UTF-8 text']);
  expect(decodeText('a', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ text: 'a' });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    const decoded = decodeText('f', bytes);
    const valid = !bytes.includes(0) && (() => { try { new TextDecoder('utf-8', { fatal: true }).decode(bytes); return true; } catch { return false; } })();
    expect('text' in decoded).toBe(valid && !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
  }));
});

test('files that are too large, of no kind, or of an id twice', () => {
  expect(faults('tools.yaml', new Uint8Array(limits.yamlBytes + 1).fill(32))).toEqual(['tools.yaml: The file is too large: got “4.0 MiB”, wanted at most 4 MiB; split it into a folder of files']);
  expect(faults('tool.yaml', '')).toEqual(['tool.yaml: No kind of record is kept in this file: got “tool.yaml”, wanted one of: firm.yaml, tools.yaml, stops.csv, or a file in a folder such as services/']);
  expect(['notes.md', 'logs/x.csv', '.github/ci.yaml'].flatMap((path) => faults(path, 'x'))).toEqual([]);
  const twice = readFolder([file('tools.yaml', 'saw: { name: A, tier: 1 }\n'), file('tools/b.yaml', '\nid: saw\nname: B\ntier: 1\n')], kinds);
  expect(twice.errors.map(sentence)).toEqual(['tools/b.yaml:2:1: Another tool has this id, at tools.yaml:1: got “saw”, wanted one tool an id']);
});

test('tables: header, rows, quotes and lines that cells run over', () => {
  expect(faults('stops.csv', '')).toEqual(['stops.csv:1: The file is empty: wanted a header: id,title,tools']);
  expect(faults('stops.csv', 'id,titel,tools,tools\n')).toEqual([
    'stops.csv:1:2: The column is not known: got “titel”, wanted columns separated by commas, of: id, title, tools',
    'stops.csv:1:4: The column is there twice: got “tools”, wanted each column once',
    'stops.csv:1:1: The column title is missing: wanted a header with title',
  ]);
  expect(faults('stops.csv', 'id,title,tools\nA,"two\nlines",saw\nB,x\nC,,saw\n')).toEqual([
    'stops.csv:4: The row does not fit the header: got “2 cells”, wanted 3 cells',
    'stops.csv:2:2: stop A: title is not valid: got “two\nlines”, wanted one line of text',
    'stops.csv:5:2: stop C: title is missing: wanted a name',
  ]);
  expect(faults('stops.csv', 'id,title,tools\nA,"never closed,saw\n')).toEqual(['stops.csv:2: A quote is never closed: got “"never closed,saw”, wanted quotes around the whole cell, doubled inside']);
  expect(parseCsv('t.csv', 'a,b\n1,"x,y"\n').rows).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', 'x,y'] }]);
});

test('any cells survive being written and read, and none of them is a formula to a spreadsheet', () => {
  expect(writeCell('=1+1')).toBe("'=1+1");
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\n', '\r', '\t', 'a'), maxLength: 8 }));
  fc.assert(fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
    const csv = rows.map((cells) => cells.map(writeCell).join(',')).join('\n');
    expect(parseCsv('t.csv', csv).rows.map((r) => r.cells.map(readCell))).toEqual(rows);
    for (const cell of rows.flat()) expect(writeCell(cell).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
  }));
});

test('no text at all makes the reader throw', () => {
  const bits = fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '[', ']', '&x', '*x', '!t', '"', "'", '|', '>', '#', '\t', '? ', '<<', '%', '@', '`', 'é');
  fc.assert(fc.property(fc.array(bits, { maxLength: 30 }).map((b) => b.join('')), (text) => {
    for (const path of ['tools.yaml', 'firm.yaml', 'stops.csv']) for (const e of read(path, text).errors) expect(e.at?.file).toBe(path);
  }), { numRuns: 500 });
});

test('places and differences', () => {
  const { document } = parseYaml('a.yaml', 'a: 1\nb:\n  - c: 2\n  - d: [x, y]\n');
  expect(document?.place(['b', 1, 'd', 1])).toEqual({ file: 'a.yaml', line: 4, column: 12 });
  expect(document?.place(['b', 1, 'nothing'])).toEqual({ file: 'a.yaml', line: 4, column: 5 });
  expect(threeWay({ tier: 1 }, { tier: 2 }, { tier: 3 })).toEqual([{ path: 'tier', base: 1, folder: 2, app: 3 }]);
  expect(threeWay({ a: [1], b: 1 }, { a: [1, 2], b: 1 }, { a: [], b: 1 })).toEqual([{ path: 'a[1]', base: 1, folder: 1 }, { path: 'a[2]', folder: 2 }, { path: 'a', app: '[]' }]);
  expect(threeWay(undefined, { a: 1 }, { a: 1 })).toEqual([{ path: 'a', folder: 1, app: 1 }]);
});
