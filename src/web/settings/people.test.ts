import { describe, expect, it } from 'vitest';
import { holds } from './people.ts';

describe('the term of a holder', () => {
  it.each([['2025-12-31', false], ['2026-01-01', true], ['2026-06-30', true], ['2026-07-01', false]])('on %s: %s', (day, yes) => expect(holds({ from: '2026-01-01', to: '2026-06-30' }, day)).toBe(yes));
  it('without a last day goes on', () => expect(holds({ from: '2026-01-01' }, '2036-01-01')).toBe(true));
});
