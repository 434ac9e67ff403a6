import { desk, erlangWait, HOUR, monday, WEEK } from '../../src/processes/simulation/testing.ts';

export { erlangWait };

/** The log of a desk, M/M/c, and what it says of its last weeks. */
export interface Desk {
  readonly csv: string;
  /** Cases an hour over the last eight weeks, and the mean hours of hands-on work: what the future is expected to be. */
  readonly rate: number;
  readonly work: number;
}

export function deskLog({ people, rate, weeks, seed }: { readonly people: number; readonly rate: number; readonly weeks: number; readonly seed: number }): Desk {
  // Nothing of the hours around midnight of the last Sunday: the log ends in its last week, in London too.
  const lines = desk(people, rate, weeks, seed).filter((line) => Date.parse(line.split(',')[3]!) < monday + weeks * WEEK - 2 * HOUR);
  const times = lines.map((line) => { const [, activity, start, end] = line.split(','); return { activity, from: Date.parse(start!), until: Date.parse(end!) }; });
  const came = times.filter((t) => t.activity === 'Ask'), worked = times.filter((t) => t.activity === 'Serve');
  return {
    csv: `case,activity,start,end,who\n${lines.join('\n')}\n`,
    rate: came.filter((t) => t.from >= monday + (weeks - 8) * WEEK).length / 8 / 168,
    work: worked.reduce((sum, t) => sum + (t.until - t.from) / HOUR, 0) / worked.length,
  };
}

export const deskMapping = { case: 'case', activity: 'activity', time: 'end', start: 'start', resource: 'who', attributes: [] };
