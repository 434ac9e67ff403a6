import { expect, test } from 'vitest';
import { deriveKey } from '../auth/index.ts';
import { secretBox } from './box.ts';

const box = secretBox(deriveKey('s'.repeat(32), 'secrets'));

test('what is sealed opens again, looks different each time, and holds nothing of the text', () => {
  const [a, b] = [box.seal('hush, päss', 'pull a'), box.seal('hush, päss', 'pull a')];
  expect([box.open(a, 'pull a'), box.open(b, 'pull a'), box.open(box.seal('', 'x'), 'x')]).toEqual(['hush, päss', 'hush, päss', '']);
  expect(a.sealed.equals(b.sealed)).toBe(false);
  expect(a.sealed.toString('latin1')).not.toContain('hush');
});

test('it does not open under other words, with another key, or changed in a single bit', () => {
  const stored = box.seal('hush', 'pull a');
  expect(() => box.open(stored, 'pull b')).toThrow(/was changed/);
  expect(() => secretBox(deriveKey('t'.repeat(32), 'secrets')).open(stored, 'pull a')).toThrow(/another key/);
  for (let i = 0; i < stored.sealed.length; i += 1) {
    const sealed = Buffer.from(stored.sealed);
    sealed[i] = sealed[i]! ^ 1;
    expect(() => box.open({ ...stored, sealed }, 'pull a')).toThrow(/was changed/);
  }
});

test('the key of secrets opens nothing else', () => {
  expect(new Set((['secrets', 'sessions', 'pseudonyms'] as const).map((use) => deriveKey('s'.repeat(32), use))).size).toBe(3);
  expect(() => secretBox('short')).toThrow(RangeError);
});
