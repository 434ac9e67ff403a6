import { describe, expect, it } from 'vitest';
import type { Pull } from '../../api/types.ts';
import { runWords, scheduleWords, standing, standingWords } from './words.ts';

const now = Date.UTC(2026, 2, 2, 12);
const pull = (over: Partial<Pull>): Pull => ({ state: 'active', run: null, failures: 0, stale: false, lastDoneAt: '2026-03-02T11:50:00Z', ...over }) as Pull;

describe('how a pull stands', () => {
  it('is said in the order of what matters', () => {
    expect(standing(pull({}))).toBe('well');
    expect(standingWords(pull({}), now)).toBe('It was last read 10 minutes ago.');
    expect(standingWords(pull({ failures: 3, stale: true }), now)).toBe('It could not be read, 3 times in a row. It was last read 10 minutes ago.');
    expect(standingWords(pull({ stale: true }), now)).toBe('It is overdue. It was last read 10 minutes ago.');
    expect(standingWords(pull({ state: 'paused', failures: 1 }), now)).toBe('It is paused. It was last read 10 minutes ago.');
    expect(standingWords(pull({ lastDoneAt: null }), now)).toBe('It has not been read yet.');
    expect(standingWords(pull({ run: { state: 'running', rows: 1200 } as Pull['run'] }), now)).toBe('It is being read: 1,200 rows so far.');
  });

  it('comes round in words', () => {
    expect([1, 15, 60, 120, 1440, 2880, 90].map((minutes) => scheduleWords({ kind: 'every', minutes }))).toEqual(['every minute', 'every 15 minutes', 'every hour', 'every 2 hours', 'every day', 'every 2 days', 'every 90 minutes']);
    expect(scheduleWords({ kind: 'daily', at: '06:30', zone: 'America/New_York' })).toBe('every day at 06:30 (America/New York)');
  });

  it('says what became of each pull', () => {
    const report = { rows: 5, events: 0, late: 0, newCases: 0, casesJoined: 0, duplicates: 5, rejected: 0, gaps: 0, ambiguous: 0 };
    expect(runWords({ state: 'done', report, complete: true, problem: null })).toBe('Nothing new');
    expect(runWords({ state: 'done', report: { ...report, events: 2 }, complete: false, problem: null })).toBe('Two new events; more follows');
    expect(runWords({ state: 'failed', report: null, complete: null, problem: { detail: 'The line is cut' } })).toBe('The line is cut');
  });
});
