import { describe, expect, it } from 'vitest';
import { fieldProblems, placeOf } from './field-problems.ts';

const problem = (...errors: { detail: string; value?: string; wanted?: string; at?: { path: string } }[]) => ({ code: 'bad-input', title: 'The input is not valid', status: 422, detail: errors[0]?.detail ?? '', ...errors[0], errors });

describe('what the server refused, at its field', () => {
  it('is found under the names that a form has for its fields', () => {
    expect(['body.body.name', 'body.email', 'holders[0].person', 'body.body.holders.1.from', undefined].map(placeOf)).toEqual(['name', 'email', 'holders.0.person', 'holders.1.from', '']);
  });

  it('says what was wanted; twice at one place, the first stands', () => {
    const { at, rest } = fieldProblems(problem({ detail: 'a name, not empty and without blanks around it', at: { path: 'body.body.name' } }, { detail: 'name is not valid', wanted: 'a name', at: { path: 'name' } }), ['name']);
    expect([...at]).toEqual([['name', 'Wanted: a name, not empty and without blanks around it.']]);
    expect(rest).toEqual([]);
  });

  it('says what failed where that is more than “not valid”', () => {
    const { at } = fieldProblems(problem({ detail: 'ben has the same e-mail address', value: 'b@x.example', wanted: 'an address of this person’s own', at: { path: 'email' } }), ['email']);
    expect(at.get('email')).toBe('ben has the same e-mail address. Wanted: an address of this person’s own.');
  });

  it('knows rows by their place, and keeps with its value what has no field', () => {
    const { at, rest } = fieldProblems(problem({ detail: 'a date such as 2026-03-31', at: { path: 'body.body.holders.2.from' } }, { detail: 'post coo is still needed', value: 'service erp', wanted: 'a record that nothing refers to' }), ['holders.*.from']);
    expect(at.get('holders.2.from')).toBe('Wanted: a date such as 2026-03-31.');
    expect(rest).toEqual(['post coo is still needed: service erp. Wanted: a record that nothing refers to.']);
  });

  it('takes another name for a field, and a problem that came alone', () => {
    const alone = { code: 'bad-input', title: '', status: 422, detail: 'one holder at a time', at: { path: 'body.body.holders.1' } };
    expect(fieldProblems(alone, ['from'], (place) => place.replace(/^holders\.\d+$/, 'from')).at.get('from')).toBe('Wanted: one holder at a time.');
  });
});
