import { expect, test } from 'vitest';
import { z } from 'zod';
import { placeName, readDocument, sentence } from './index.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5).optional(), id: z.uuid().optional(), at: z.iso.datetime({ offset: true }).optional(), n: z.int().min(1).max(9).optional(), many: z.array(z.boolean()).max(1).optional(),
  step: z.union([z.string(), z.array(z.string())]).optional(), change: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('skip'), share: z.number() }), z.strictObject({ kind: z.literal('stop') })]).optional(),
  named: z.record(z.string().max(3, { error: 'a short name' }), z.number()).optional(), mode: z.enum(['replace', 'append']).optional(), password: z.string().max(3).optional(), login: z.string().optional(),
});
const faults = (raw: unknown): string[] => {
  const read = readDocument(schema, raw, 'The body');
  return 'faults' in read ? read.faults.map(sentence) : [];
};

test.each<[unknown, string]>([
  [null, 'The body is missing: wanted fields with values'],
  [[], 'The body is not valid: got “[]”, wanted fields with values'],
  [{ Name: 'x' }, 'Name is not a field: got “Name”, wanted name'],
  [{ zone: 'UTC' }, 'zone is not a field: got “zone”, wanted one of: name, id, at, n, many, step, change, named, mode, password, login'],
  [{ name: 7 }, 'name is not valid: got “7”, wanted text, in quotes'],
  [{ name: '' }, 'name is not valid: got “”, wanted at least 1 character'],
  [{ name: 'abcdef' }, 'name is not valid: got “abcdef”, wanted at most 5 characters'],
  [{ id: 'x' }, 'id is not valid: got “x”, wanted an id as the server gives them, as 123e4567-e89b-42d3-a456-426614174000'],
  [{ at: '2026-03-02' }, 'at is not valid: got “2026-03-02”, wanted an instant with its offset, as 2026-03-02T09:00:00Z'],
  [{ n: 1.5 }, 'n is not valid: got “1.5”, wanted a whole number'],
  [{ n: 10 }, 'n is not valid: got “10”, wanted 9 or less'],
  [{ many: ['yes'] }, 'many[1] is not valid: got “yes”, wanted true or false'],
  [{ many: [true, true] }, 'many is not valid: got “[true,true]”, wanted at most 1 of them'],
  [{ step: 5 }, 'step is not valid: got “5”, wanted text or a list'],
  [{ change: { kind: 'nap' } }, 'change.kind is not valid: got “nap”, wanted one of: skip, stop'],
  [{ change: { kind: 'skip' } }, 'change.share is missing: wanted a number'],
  [{ named: { long: 1 } }, 'named.long has a name that is not valid: got “long”, wanted a short name'],
  [{ mode: 'add' }, 'mode is not valid: got “add”, wanted one of: replace, append'],
  [{ password: 'hunter2' }, 'password is not valid: wanted at most 3 characters'],
  [{ login: { user: 'a', password: 'hunter2' } }, 'login is not valid: got “{"user":"a","password":"…"}”, wanted text'],
])('%j: %s', (raw, said) => {
  expect(faults(raw)).toEqual([said]);
});

test('a document without a fault is what its schema makes of it', () => {
  expect(readDocument(schema, { name: 'x' }, 'The body')).toEqual({ data: { name: 'x' } });
  expect(placeName(['events', 2, 'time'], 'The body')).toBe('events[3].time');
  expect(readDocument(z.strictObject({ n: z.number() }), { n: '1' }, 'The body')).toEqual({ faults: [{ path: ['n'], detail: 'n is not valid', value: '1', wanted: 'a number' }] });
});
