import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aRecord, bodyHash, canonical, defineKind, nameField, readBody } from './index.ts';
import { pascal } from './model.ts';

const kind = defineKind({
  name: 'term', plural: 'terms', file: 'glossary.yaml', description: 'Words',
  schema: z.strictObject({ name: nameField(), tier: z.number().int().min(1).max(4), color: z.enum(['red', 'blue']).optional(), parts: z.array(z.union([z.strictObject({ a: z.number() }), z.strictObject({ b: z.string() })])).default([]) }),
});
const faults = (raw: unknown) => {
  const read = readBody(kind, raw);
  return 'faults' in read ? read.faults.map((f) => `${f.detail}|${f.value ?? ''}|${f.wanted}`) : [];
};

test('every fault says which field, the value and what was wanted', () => {
  expect(faults({ name: 'x', tier: 2 })).toEqual([]);
  expect(faults({})).toEqual(['name is missing||a name', 'tier is missing||a number']);
  expect(faults({ name: 12, tier: '2', color: 'green' })).toEqual(['name is not valid|12|a name, in quotes', 'tier is not valid|2|a number', 'color is not valid|green|one of: red, blue']);
  expect(faults({ name: 'x', tier: 2.5, colour: 'red', zzzzzz: 1 })).toEqual(['tier is not valid|2.5|a whole number', 'colour is not a field|colour|color', 'zzzzzz is not a field|zzzzzz|one of: name, tier, color, parts']);
  expect(faults({ name: 'x', tier: 9, parts: [{ a: 1 }, { b: 2 }] })).toEqual(['tier is not valid|9|4 or less', 'parts[2].b is not valid|2|text, in quotes']);
  expect(faults('x')).toEqual(['The record is not valid|x|fields with values']);
  expect(faults({ name: 'a\u0000b', tier: 1 })).toEqual(['name is not valid||text without zero bytes and halves of characters']);
  expect(faults({ name: 'a\ud800', tier: 1 })).toEqual(['name is not valid||text without zero bytes and halves of characters']);
});

test('equal bodies have equal hashes, whatever the order of their fields', () => {
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}');
  expect(bodyHash({ a: 1, b: [{ d: 1, c: 2 }] })).toBe(bodyHash({ b: [{ c: 2, d: 1 }], a: 1 }));
  expect(bodyHash({ a: [1, 2] })).not.toBe(bodyHash({ a: [2, 1] }));
  fc.assert(fc.property(fc.jsonValue(), (value) => { expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value)); }));
});

test('names of operations', () => {
  expect(pascal('event-log')).toBe('EventLog');
  expect([aRecord({ name: 'event-log' }), aRecord(kind)]).toEqual(['an event log', 'a term']);
  expect(kind.shape).toBe('map');
  expect([kind.path, kind.noun]).toEqual(['terms', 'Term']);
});
