import { describe, expect, it } from 'vitest';
import { sentence } from './words.ts';

const s = (name: string, state: string) => ({ name, state });

describe('the state of services in a sentence', () => {
  it.each([
    [[s('Web shop', 'down'), s('Labels', 'up')], 'Web shop is down.'],
    [[s('A', 'down'), s('B', 'down'), s('C', 'unknown')], 'A and B are down. We cannot see C.'],
    [[s('A', 'down'), s('B', 'down'), s('C', 'down')], 'Three services are down.'],
    [[s('A', 'up'), s('B', 'up')], 'All 2 services can be used.'],
    [[s('A', 'up'), s('B', 'unknown'), s('C', 'unknown')], 'Every service that we can see is up. We cannot see 2 services.'],
    [[s('A', 'unknown')], 'We cannot see whether any service is up.'],
  ])('%j', (services, words) => expect(sentence(services)).toBe(words));
});
