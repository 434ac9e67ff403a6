import { assert, option, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import type { HeldPost } from '../write/index.ts';
import { Attempts } from './attempts.ts';
import { attemptLimit, canSign, differentPeople, isSameOrigin, operatorId, setsAt, type Appointment, type Signer } from './model.ts';
import { deriveKey } from './secret.ts';

const now = new Date('2026-03-02T10:00:00Z');
const hoursAgo = (h: number) => new Date(now.getTime() - h * 3_600_000);
const person = (...posts: HeldPost[]): Signer => ({ actor: { kind: 'person', id: 'p1', sets: new Set(['administrator']), posts }, person: 'anna' });
const coo: HeldPost = { post: 'coo', deputy: false };
const given = (by: string | null, recordedAt: Date, more: Partial<Appointment> = {}): Appointment => ({ post: 'coo', givenTo: 'anna', givenBy: by, recordedAt, ...more });

test('only a person who holds the post signs; a deputy is shown as deputy', () => {
  expect(canSign(person(coo), 'coo', [], now)).toEqual({ may: true, deputy: false });
  expect(canSign(person({ post: 'coo', deputy: true }), 'coo', [], now)).toEqual({ may: true, deputy: true });
  expect(canSign(person({ post: 'coo', deputy: true }, coo), 'coo', [], now)).toEqual({ may: true, deputy: false });
  expect(canSign(person(coo), 'cio', [], now)).toEqual({ may: false, why: 'does-not-hold-the-post' });
  for (const kind of ['key', 'operator', 'system'] as const) expect(canSign({ ...person(coo), actor: { ...person(coo).actor, kind } }, 'coo', [], now)).toEqual({ may: false, why: 'not-a-person' });
  expect(canSign({ ...person(coo), person: null }, 'coo', [], now)).toEqual({ may: false, why: 'not-a-person' });
});

test('nobody signs for a post that they gave themselves in the last 24 hours', () => {
  const self = { may: false, why: 'gave-it-to-themselves' };
  expect(canSign(person(coo), 'coo', [given('anna', hoursAgo(23.99))], now)).toEqual(self);
  expect(canSign(person({ post: 'coo', deputy: true }), 'coo', [given('anna', hoursAgo(1))], now)).toEqual(self);
  expect(canSign(person(coo), 'coo', [given('anna', hoursAgo(24))], now)).toMatchObject({ may: true });
  expect(canSign(person(coo), 'coo', [given('bo', hoursAgo(1))], now)).toMatchObject({ may: true });
  expect(canSign(person(coo), 'coo', [given('anna', hoursAgo(1), { post: 'cio' }), given('anna', hoursAgo(1), { givenTo: 'bo' })], now)).toMatchObject({ may: true });
  // The id of a sign-in is no person's, and nobody's gift is not one's own.
  expect(canSign(person(coo), 'coo', [given('p1', hoursAgo(1)), given(null, hoursAgo(1))], now)).toMatchObject({ may: true });
});

test('two keys are two different people', () => {
  expect(differentPeople(['p1', 'p2'])).toBe(true);
  expect(differentPeople(['p1', 'p1'])).toBe(false);
});

test('a grant counts from its start up to but not including its end', () => {
  const grant = { set: 'viewer' as const, from: hoursAgo(1), to: now };
  expect([...setsAt([grant], hoursAgo(1))]).toEqual(['viewer']);
  expect([...setsAt([grant], now)]).toEqual([]);
  expect([...setsAt([{ ...grant, to: null }, { ...grant, set: 'finance', from: new Date(now.getTime() + 1) }], now)]).toEqual(['viewer']);
});

test('a request is ours only when the browser says so, and nothing says otherwise', () => {
  const ours = ['https://ops.example'];
  const ask = (origin?: string, site?: string) => isSameOrigin({ origin, site }, ours);
  expect(ask('https://ops.example')).toBe(true);
  expect(ask('https://ops.example', 'same-origin')).toBe(true);
  expect(ask(undefined, 'same-origin')).toBe(true);
  for (const [origin, site] of [[undefined, undefined], ['null', undefined], ['https://ops.example.evil.example', undefined], ['http://ops.example', undefined], ['https://ops.example', 'cross-site'], [undefined, 'none'], [undefined, 'same-site']]) expect(ask(origin, site)).toBe(false);
  assert(property(string(), option(string(), { nil: undefined }), (origin, site) => origin === ours[0] || !isSameOrigin({ origin, site }, ours)));
});

test('an operator’s name holds what such names hold', () => {
  expect(operatorId('anna.b-2', 'ops')).toBe('anna.b-2');
  for (const bad of [undefined, '', 'a b', '../x', '-x', 'x'.repeat(66), 'a\nb']) expect(operatorId(bad, 'ops')).toBe('ops');
});

test('failures are counted for one address and forgotten after a success or a quarter of an hour', () => {
  let at = now;
  const attempts = new Attempts({ now: () => at });
  const fail = (n: number) => { for (let i = 0; i < n; i += 1) attempts.begin('a'); };
  fail(attemptLimit.failures - 1);
  attempts.begin('a');
  attempts.succeeded('a');
  fail(attemptLimit.failures);
  expect(() => attempts.begin('a')).toThrow('try again in 15 min');
  attempts.begin('b');
  at = new Date(now.getTime() + attemptLimit.minutes * 60_000);
  attempts.begin('a');
  expect(() => new Attempts(fixedClock(now)).begin('a')).not.toThrow();
  fail(attemptLimit.failures - 1);
  attempts.withdrawn('a');
  attempts.begin('a');
  expect(() => attempts.begin('a')).toThrow('Too many');
});

test('each use has a key of its own', () => {
  const secret = 'x'.repeat(32);
  expect(deriveKey(secret, 'sessions')).toMatch(/^[0-9a-f]{64}$/);
  expect(deriveKey(secret, 'sessions')).toBe(deriveKey(secret, 'sessions'));
  expect(deriveKey(secret, 'sessions')).not.toBe(deriveKey(secret, 'pseudonyms'));
  expect(() => deriveKey('short', 'sessions')).toThrow(RangeError);
});
