import { describe, expect, it } from 'vitest';
import { bounds, formatWords, headline, listed, often, outlineLines, sourceWords } from './words.ts';

const use = (activity: string, least: number, most: number | null) => ({ activity, least, most });

describe('a model in words', () => {
  it('says how many activities always happen', () => {
    expect(headline([use('Ship', 1, 1)], 10)).toBe('In the model of these 10 cases its one activity, “Ship”, always happens.');
    expect(headline([use('Ship', 0, null)], 1)).toBe('In the model of this one case its one activity, “Ship”, sometimes happens and may happen more than once.');
    expect(headline([use('A', 1, 1), use('B', 1, null)], 1200)).toBe('In the model of these 1,200 cases all 2 activities always happen; one may happen more than once.');
    expect(headline([use('A', 1, 1), use('B', 0, 1), use('C', 0, 1)], 5)).toBe('In the model of these 5 cases 1 of 3 activities always happens, the other 2 only sometimes.');
    expect(headline([use('A', 0, 2), use('B', 0, null)], 5)).toBe('In the model of these 5 cases none of 2 activities always happens, each only sometimes; 2 may happen more than once.');
    expect(headline([], 5)).toBe('In the model of these 5 cases nothing happens.');
  });
  it('says how runs begin and end', () => {
    expect(bounds({ activities: [], first: ['A'], last: ['B', 'C'] })).toBe('A run begins with “A” and ends with “B” or “C”.');
    expect(bounds({ activities: [], first: [], last: [] })).toBe('A run may be empty.');
    expect([listed(['A'], 'or'), listed(['A', 'B', 'C'], 'or'), listed(['A', 'B', 'C', 'D', 'E', 'F'], 'and')]).toEqual(['“A”', '“A”, “B” or “C”', '“A”, “B”, “C” and 3 others']);
  });
  it('says how often', () => {
    expect([[0, 1], [0, null], [0, 3], [1, 1], [2, 2], [1, null], [3, null], [1, 2]].map(([least, most]) => often(use('', least!, most!)))).toEqual(['once or never', 'any number of times, also never', 'up to 3 times, also never', 'exactly once', 'exactly 2 times', 'once or more', '3 times or more', '1 to 2 times']);
  });
  it('nests an outline', () => {
    expect(outlineLines('one after another\n  a\n  one of\n    b\n    c\n  d\n')).toEqual([{ text: 'one after another', below: [{ text: 'a', below: [] }, { text: 'one of', below: [{ text: 'b', below: [] }, { text: 'c', below: [] }] }, { text: 'd', below: [] }] }]);
    expect(outlineLines('one of\n  a\n  b\n')[0]?.below.length).toBe(2);
  });
  it('says where it comes from', () => {
    expect([sourceWords(null), sourceWords({ noise: 0, filter: '' }), sourceWords({ noise: 0.2, filter: 'top=3' }), formatWords('bpmn')]).toEqual(['recorded as a file', 'discovered in all cases, nothing left out', 'discovered in the cases of a filter, rare ways left out (20 %)', 'BPMN']);
  });
});
