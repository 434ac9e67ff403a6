import { describe, expect, it } from 'vitest';
import { ApiProblem, asProblem, isProblem } from './problem.ts';

describe('what a page shows of a failure', () => {
  const problem = { code: 'not-found', title: 'Not found', status: 404, detail: 'There is no such brief', value: 'x', wanted: 'an id' };

  it('is the problem that the API sent', () => {
    expect(asProblem(new ApiProblem(problem))).toBe(problem);
    expect([isProblem(problem), isProblem(null), isProblem('no')]).toEqual([true, false, false]);
  });

  it('is a sentence where there was no answer or the page itself broke', () => {
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe('no-answer');
    expect(['Failed to fetch dynamically imported module: https://a.example/assets/map-view.js', 'Unable to preload CSS for /assets/map-view.css'].map((m) => asProblem(new TypeError(m)).code)).toEqual(['part-missing', 'part-missing']);
    expect(asProblem(new TypeError('x is not a function'))).toMatchObject({ code: 'page-broke', value: 'x is not a function' });
  });
});
