import { expect, test } from 'vitest';
import { countLines, entityChar, isName } from './bytes.ts';
import { classifierKeys, splitKeys } from './classifier.ts';
import { ByteDictionary } from './dictionary.ts';
import { daysFromCivil, InstantReader } from './instant.ts';
import { kindOf, localName } from './model.ts';

test('a dictionary codes texts densely in order of first use', () => {
  const d = new ByteDictionary();
  expect([d.intern('a'), d.intern('b'), d.intern('a'), d.intern('')]).toEqual([0, 1, 0, 2]);
  expect(d.takeFresh()).toEqual(['a', 'b', '']);
  for (let i = 0; i < 5000; i++) expect(d.intern(`value ${i}`)).toBe(i + 3);
  expect(d.text(4002)).toBe('value 3999');
  expect(() => d.text(9999)).toThrow(RangeError);
  d.restart();
  expect(d.intern('a')).toBe(5003);
  expect(d.text(5003)).toBe('a');
});

test('days since 1970 agree with the calendar of the platform', () => {
  for (let day = -800_000; day < 2_900_000; day += 997) {
    const date = new Date(day * 86_400_000);
    expect(daysFromCivil(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
  }
});

test('dates with and without zone are read, others are not', () => {
  const read = (text: string): [number, number, number | null] | null => {
    const reader = new InstantReader();
    const bytes = new TextEncoder().encode(text);
    return reader.read(bytes, 0, bytes.length) ? [reader.seconds, reader.micros, reader.hasOffset ? reader.offset : null] : null;
  };
  expect(read('2011-10-01T00:38:44.546+02:00')).toEqual([Date.UTC(2011, 8, 30, 22, 38, 44) / 1000, 546_000, 120]);
  expect(read('1969-12-31T23:59:59.000001Z')).toEqual([-1, 1, 0]);
  expect(read('2020-02-29')).toEqual([Date.UTC(2020, 1, 29) / 1000, 0, null]);
  expect(read('2020-01-01T24:00:00')).toEqual([Date.UTC(2020, 0, 2) / 1000, 0, null]);
  for (const bad of ['2019-02-29', '2020-13-01', '2020-01-01T24:00:01', '2020-01-01T10:60', '2020-01-01T10', '2020-01-01T10:00:00.', '2020-01-01T10:00:00+15:00', '01/02/2020', '2020-01-01T10:00:00 Z', '']) expect(read(bad)).toBeNull();
});

test('examples of the small functions', () => {
  expect(isName('concept:name')).toBe(true);
  expect(isName('1a')).toBe(false);
  expect(entityChar('#x41')).toBe(65);
  expect(entityChar('#0')).toMatch(/not allowed/);
  expect(countLines(new TextEncoder().encode('a\nb\r\nc\rd'), 0, 8)).toBe(3);
  expect(kindOf('float')).toBe(3);
  expect(localName('xes:event')).toBe('event');
  expect(classifierKeys('concept:name+lifecycle:transition', [], [])).toEqual(['concept:name', 'lifecycle:transition']);
  expect(splitKeys("'resource country' concept:name", [])).toEqual(['resource country', 'concept:name']);
  expect(splitKeys('resource country concept:name', ['resource country'])).toEqual(['resource country', 'concept:name']);
});
