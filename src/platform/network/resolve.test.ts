import { expect, test } from 'vitest';
import { parseRange } from './ranges.ts';
import { reachable } from './resolve.ts';

const names: Record<string, string[]> = { 'db.example': ['93.184.216.34'], 'inside.example': ['10.1.2.3'], 'both.example': ['127.0.0.1', '93.184.216.34'], 'six.example': ['fe80::1%eth0'], 'cloud.example': ['169.254.169.254'] };
const look = async (host: string) => { const found = names[host]; if (found === undefined) throw new Error('ENOTFOUND'); return found; };
const problemOf = (host: string, allowed: string[] = []) => reachable(host, allowed.map((r) => parseRange(r)!), look).then(() => null, (e: unknown) => e);

test('a name gives the address that was checked', async () => {
  expect(await reachable('db.example', [], look)).toBe('93.184.216.34');
  expect(await reachable('both.example', [], look)).toBe('93.184.216.34');
  expect(await reachable('inside.example', [parseRange('10.0.0.0/8')!], look)).toBe('10.1.2.3');
  expect(await reachable('::ffff:8.8.8.8', [], look)).toBe('8.8.8.8');
});

test('addresses inside are refused, however they are written, and the refusal says what to allow and who may', async () => {
  expect(await problemOf('inside.example')).toMatchObject({ code: 'address-not-allowed', value: '10.1.2.3', detail: expect.stringContaining('inside.example is a private address'), wanted: 'an administrator who allows 10.1.2.3/32, or a wider range that holds it, under Settings, Networks' });
  for (const host of ['127.0.0.1', '::1', '::ffff:127.0.0.1', 'six.example', 'cloud.example', '0.0.0.0']) expect([host, await problemOf(host)]).toMatchObject([host, { code: 'address-not-allowed' }]);
  expect(await problemOf('cloud.example', ['169.254.0.0/16'])).toMatchObject({ code: 'address-not-allowed', wanted: 'an administrator who allows 169.254.169.254/32 under Settings, Networks' });
  expect(await problemOf('nowhere.example')).toMatchObject({ code: 'source-unreachable', value: 'nowhere.example' });
});

test('what the system makes of an odd spelling is checked like any other', async () => {
  await expect(reachable('localhost', [])).rejects.toMatchObject({ code: 'address-not-allowed' });
  await expect(reachable('0x7f.1', [])).rejects.toThrow(/inside a network|No address/);
});
