import type { Pull, PullRun } from '../../api/types.ts';
import { age, capital, count, many } from '../../ui/format.ts';

/**
 * When a pull comes round, in words.
 * @example scheduleWords({ kind: 'every', minutes: 60 }) // 'every hour'
 */
export function scheduleWords(s: Pull['definition']['schedule']): string {
  if (s.kind === 'daily') return `every day at ${s.at} (${s.zone.replaceAll('_', ' ')})`;
  const [n, unit] = s.minutes % 1440 === 0 ? [s.minutes / 1440, 'day'] : s.minutes % 60 === 0 ? [s.minutes / 60, 'hour'] : [s.minutes, 'minute'];
  return n === 1 ? `every ${unit}` : `every ${count(n)} ${unit}s`;
}

export type Standing = 'going' | 'failing' | 'stale' | 'paused' | 'well' | 'new';

/** How a pull stands. */
export function standing({ state, run, failures, stale, lastDoneAt }: Pick<Pull, 'state' | 'run' | 'failures' | 'stale' | 'lastDoneAt'>): Standing {
  if (run !== null && isGoing(run)) return 'going';
  if (state === 'paused') return 'paused';
  if (failures > 0) return 'failing';
  return stale ? 'stale' : lastDoneAt === null ? 'new' : 'well';
}

export function isGoing({ state }: Pick<PullRun, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** How a pull stands, as a sentence to be said aloud; `now` in milliseconds. */
export function standingWords(pull: Pull, now: number): string {
  const { failures, lastDoneAt, run } = pull;
  const last = lastDoneAt === null ? undefined : age(Math.max(0, (now - Date.parse(lastDoneAt)) / 1000)).replace(/ old$/, ' ago');
  const since = last === undefined ? 'It has never been read.' : `It was last read ${last}.`;
  switch (standing(pull)) {
    case 'going': return run?.state === 'queued' ? 'It waits for its turn to be read.' : `It is being read${run?.rows ? `: ${many(run.rows, 'row', 'rows')} so far` : ''}.`;
    case 'failing': return `It could not be read${failures === 1 ? '' : `, ${count(failures)} times in a row`}. ${since}`;
    case 'stale': return `It is overdue. ${since}`;
    case 'paused': return `It is paused. ${since}`;
    case 'new': return 'It has not been read yet.';
    case 'well': return since;
  }
}

/** What became of one pull, in a line. */
export function runWords({ state, report, complete, problem }: Pick<PullRun, 'state' | 'report' | 'complete' | 'problem'>): string {
  if (state === 'done') return `${report?.events === 0 ? 'Nothing new' : capital(`${many(report?.events ?? 0, 'new event', 'new events')}`)}${complete === false ? '; more follows' : ''}`;
  if (state === 'failed') return typeof problem?.['detail'] === 'string' ? problem['detail'] : 'It failed';
  return { queued: 'Waits for its turn', running: 'Under way', cancelled: 'Cancelled; nothing of it was kept' }[state];
}
