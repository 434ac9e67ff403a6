import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { enoughPeople, pseudonymiser } from './index.ts';
import { erasedName } from './pseudonym.ts';

test('figures about fewer than five people are not shown', () => {
  expect([0, 1, 4, 5, 100].map(enoughPeople)).toEqual([false, false, false, true, true]);
  for (const bad of [-1, 4.5, Number.NaN]) expect(() => enoughPeople(bad)).toThrow(RangeError);
});

test('a pseudonym is the first 64 bits of HMAC-SHA256 by the workspace’s key', () => {
  // RFC 4231, test case 6: a key of 131 bytes 0xaa.
  const published = '60e431591ee0b67f0d8a26aacbf5b77f';
  expect(pseudonymiser('aa'.repeat(131))('Test Using Larger Than Block-Size Key - Hash Key First')).toBe(`p-${published.slice(0, 16)}`);
  const [a, b] = [pseudonymiser('00'.repeat(32)), pseudonymiser('01'.repeat(32))];
  expect(a('Ada')).toBe(a('Ada'));
  expect(a('Ada')).not.toBe(b('Ada'));
  expect(a('Ada')).not.toBe(a('ada'));
  expect(a('\u00e9')).toBe(a('e\u0301'));
  expect(a('Ada')).toBe(`p-${createHmac('sha256', Buffer.alloc(32)).update('Ada').digest('hex').slice(0, 16)}`);
  expect(() => pseudonymiser('00')).toThrow(RangeError);
});

test('the name of an erased person cannot be found by trying names', () => {
  expect(erasedName('Ada')).toMatch(/^erased-[0-9a-f]{12}$/);
  expect(erasedName('Ada')).not.toBe(erasedName('Ada'));
});
