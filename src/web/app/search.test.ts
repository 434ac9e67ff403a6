import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, choice, parseSearch, said, stringifySearch, text, texts } from './search.ts';

describe('the query of an address', () => {
  it('writes what it can read again, whatever the names of activities are', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 2 }), fc.string({ minLength: 1, unit: 'grapheme' }), (activity, view) => {
      const read = parseSearch(stringifySearch({ activity, view, gone: undefined }));
      expect(read).toEqual({ activity, view });
    }));
  });

  it('reads one, several, amounts and choices, and drops what it does not know', () => {
    const search = parseSearch('?activity=A&activity=B&variant=2&minSeconds=-1&view=sideways');
    expect(texts(search.activity)).toEqual(['A', 'B']);
    expect(text(search.activity)).toBe('A');
    expect([amount(search.variant), amount(search.minSeconds), amount(search.none)]).toEqual([2, undefined, undefined]);
    expect(choice(search.view, ['map', 'table'])).toBeUndefined();
    expect(said({ a: 1, b: undefined })).toEqual({ a: 1 });
  });
});
