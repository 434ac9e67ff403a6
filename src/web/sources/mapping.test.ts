import { describe, expect, it } from 'vitest';
import type { Upload } from '../api/types.ts';
import { draftOf, mappingOf, missing, roleOf, timesCarryZones, withRole } from './mapping.ts';

const upload = (guess: Upload['guess']): Upload => ({ id: 'u', name: 'a.csv', bytes: 1, sha256: '', format: 'csv', columns: [], doubts: [], sample: [], guess });

describe('a mapping that is guessed, shown and confirmed', () => {
  it('gives the guess back unchanged when a person confirms it', () => {
    const guess = { case: 'number', activity: 'state', time: 'at', resource: 'who', timeFormat: '%d/%m/%Y', delimiter: ';', nullText: '?', personal: ['who'] };
    expect(mappingOf(draftOf(upload(guess)))).toEqual(guess);
  });

  it('hides who did it, and leaves the zone to be said beside it', () => {
    const draft = draftOf(upload({ case: 'a', activity: ['b', 'c'], time: 'd', resource: 'e', zone: 'UTC' }));
    expect(mappingOf(draft)).toEqual({ case: 'a', activity: ['b', 'c'], time: 'd', resource: 'e', personal: ['e'] });
  });

  it('says what is missing and what is named twice', () => {
    expect(missing(draftOf(upload(null)))).toEqual(['Say which column is the case.', 'Say which column is the activity.', 'Say which column is the time.']);
    expect(missing(draftOf(upload({ case: 'a', activity: 'a', time: 'd' })))).toEqual(['The column “a” is named twice.']);
    expect(roleOf(draftOf(upload({ case: 'a', activity: 'b', time: 'd' })), 'b')).toBe('Activity');
  });
});

describe('a column for a part', () => {
  it('is kept under a pseudonym where it says who did it, and no longer where another does', () => {
    const draft = draftOf({ guess: null });
    const chosen = withRole(draft, 'resource', 'clerk');
    expect([chosen.resource, chosen.personal]).toEqual(['clerk', ['clerk']]);
    expect(withRole(chosen, 'resource', 'agent').personal).toEqual(['agent']);
    expect(withRole(chosen, 'resource', '')).toMatchObject({ resource: undefined, personal: [] });
    expect(withRole(chosen, 'case', 'order')).toMatchObject({ case: 'order', personal: ['clerk'] });
    expect(withRole({ ...chosen, personal: ['clerk', 'owner'] }, 'case', 'owner')).toMatchObject({ case: 'owner', personal: ['clerk'] });
    expect(withRole(chosen, 'timeFormat', '').timeFormat).toBe('');
  });
});

it('times that end in Z or an offset carry their zone; dates and one time without do not', () => {
  expect(timesCarryZones([{ at: '2026-03-02T09:15:00Z' }, { at: '2026-03-02 09:15:00+01' }, { at: null }], 'at')).toBe(true);
  expect(timesCarryZones([{ at: '2026-03-02T09:15:00Z' }, { at: '2026-03-02 09:15:00' }], 'at')).toBe(false);
  expect([timesCarryZones([{ at: '2026-03-02' }], 'at'), timesCarryZones([{ at: null }], 'at'), timesCarryZones([], undefined)]).toEqual([false, false, false]);
});

it('a part for which no column was found has to be said: nothing can be brought in without', () => {
  const draft = draftOf(upload({ case: 'order', activity: '', time: '' }));
  expect(missing(draft)).toEqual(['Say which column is the activity.', 'Say which column is the time.']);
  expect(missing(withRole({ ...draft, activity: ['step'] }, 'time', 'at'))).toEqual([]);
});
