import { expect, test } from 'vitest';
import { ownOrigins } from './origins.ts';

const machine = () => ['ops', '127.0.0.1', '192.168.1.20', 'fd00::2', 'fe80::1', '::1'];

test('a server on one address is called by it; the public address comes first', () => {
  const none = () => { throw new Error('not asked'); };
  expect(ownOrigins({ host: '127.0.0.1', port: 4680, machine: none })).toEqual(['http://127.0.0.1:4680', 'http://localhost:4680']);
  expect(ownOrigins({ publicUrl: 'https://ops.example.org/sheet', host: '127.0.0.1', port: 4680, machine: none })[0]).toBe('https://ops.example.org');
  expect(ownOrigins({ host: '192.168.1.20', port: 80, machine: none })).toEqual(['http://192.168.1.20']);
  expect(ownOrigins({ host: '::1', port: 4680, machine: none })).toEqual(['http://[::1]:4680']);
});

test('a server on every address of its machine has its pages under each of them, loopback first, and under no other name', () => {
  const origins = ownOrigins({ host: '0.0.0.0', port: 4680, machine });
  expect(origins).toEqual(['http://127.0.0.1:4680', 'http://localhost:4680', 'http://ops:4680', 'http://192.168.1.20:4680', 'http://[fd00::2]:4680', 'http://[::1]:4680']);
  expect(ownOrigins({ host: '::', port: 4680, machine })[0]).toBe('http://[::1]:4680');
  expect(origins).not.toContain('http://rebound.example:4680');
  expect(ownOrigins({ host: '0.0.0.0', port: 1, machine: () => ['not a name', 'a/b'] })).toEqual(['http://127.0.0.1:1', 'http://localhost:1']);
});
