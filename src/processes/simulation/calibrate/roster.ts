import { calibration } from '../model.ts';
import { create, DAY_US, HOUR_US, localUs, type Session } from './tables.ts';

/** People at work by pool, local day and half hour. */
export interface Staffing {
  readonly pool: number;
  readonly day: number;
  readonly half: number;
  readonly n: number;
}

/** Who was at work: the days that days yet to come are drawn from, and what is known of those that were. */
export interface Staffed {
  /** Local days from the first to before the end that are drawn from. */
  readonly firstDay: number;
  readonly endDay: number;
  /** Of those days and all holidays: as they would be with the people who are there at the end. */
  readonly typical: readonly Staffing[];
  /** As it was, from `knownFrom` to before `endDay`. */
  readonly known: readonly Staffing[];
  readonly knownFrom: number;
  /** Whether people have left or come in those weeks. */
  readonly left: boolean;
  readonly came: boolean;
}

/**
 * Who was at work in the last weeks, in the warm-up before a simulation and on all holidays. People who have left are in no day that is
 * drawn, people who came are in those before they did as they were after: what is to come is worked by those who are there.
 */
export async function staffing(s: Session, holidays: readonly number[], warmUpSeconds: number): Promise<Staffed> {
  const dayOf = (us: string) => `${localUs(s.rules.zone, us)} // ${DAY_US}`;
  const [seen] = await s.c.rows<{ first: number; until: number }>(`SELECT min(${dayOf('begun')}) AS first, max(${dayOf(`least(last + ${DAY_US}, ${s.stretch.until * 1000})`)}) AS until FROM sim_cases`, [], s.options);
  // The first day of a log is seen in part; a log of one day has no other.
  const endDay = Math.max(seen!.until, seen!.first + 1);
  const firstDay = Math.min(endDay - 1, Math.max(seen!.first + 1, endDay - 7 * calibration.staffingWeeks));
  const knownFrom = Math.max(seen!.first, Math.min(firstDay, endDay - Math.ceil(warmUpSeconds / 86_400)));
  await makePresence(s, `(day >= ${knownFrom} AND day < ${endDay})${holidays.length === 0 ? '' : ` OR day IN (${holidays.join(', ')})`}`);
  await makeRoster(s, { seenFrom: seen!.first, firstDay, endDay });
  const [moved] = await s.c.rows<{ left: boolean | null; came: boolean | null }>(`SELECT bool_or(gone AND last >= ${firstDay}) AS "left", bool_or(came) AS came FROM sim_roster`, [], s.options);
  const after = `SELECT p.r, p.pool, p.day, p.half, r.first, (${endDay} - r.first) // 7 * 7 AS span FROM sim_presence p JOIN sim_roster r USING (r) WHERE r.came`;
  const earlier = `SELECT r, pool, day - span * k AS day, half FROM (SELECT *, unnest(range(1, (day - ${firstDay}) // span + 1)) AS k FROM (${after}) WHERE day >= first AND day < first + span) WHERE day - span * k < first`;
  const there = `SELECT r, pool, day, half FROM sim_presence WHERE (day >= ${firstDay}${holidays.length === 0 ? '' : ` OR day IN (${holidays.join(', ')})`}) AND r NOT IN (SELECT r FROM sim_roster WHERE gone)`;
  return { firstDay, endDay, knownFrom, typical: await counted(s, `${there} UNION ALL ${earlier}`), known: await counted(s, `SELECT * FROM sim_presence WHERE day >= ${knownFrom}`), left: moved?.left === true, came: moved?.came === true };
}

/** Who was at work from a local day to before another, as it was. */
export async function presentIn(s: Session, fromDay: number, endDay: number): Promise<Staffing[]> {
  await makePresence(s, `day >= ${fromDay} AND day < ${endDay}`);
  return counted(s, 'SELECT * FROM sim_presence');
}

async function makePresence(s: Session, which: string): Promise<void> {
  const half = HOUR_US / 2;
  const at = (us: string) => `((${localUs(s.rules.zone, us)} + ${half / 2}) // ${half})`;
  await create(s, 'sim_presence', `SELECT * FROM (SELECT DISTINCT r, pool, h // 48 AS day, h % 48 AS half FROM (SELECT r, p.pool, unnest(range(${at('f')}, ${at('t')})) AS h FROM sim_shift JOIN sim_person p USING (r))) WHERE ${which}`);
}

async function counted(s: Session, presence: string): Promise<Staffing[]> {
  return s.c.rows<Staffing>(`SELECT pool, day, half, count(DISTINCT r) AS n FROM (${presence}) GROUP BY ALL ORDER BY pool, day, half`, [], s.options);
}

/** Of each person the first and last day at work, and whether they came or have left; where nobody would remain, nobody has left. */
async function makeRoster(s: Session, { seenFrom, firstDay, endDay }: { seenFrom: number; firstDay: number; endDay: number }): Promise<void> {
  const day = `${localUs(s.rules.zone, 'f')} // ${DAY_US}`;
  const away = `n >= ${calibration.regularDays} AND greatest(${calibration.awayDays}, gap)`;
  await create(s, 'sim_roster', `WITH days AS (SELECT DISTINCT r, ${day} AS day FROM sim_shift),
    person AS (SELECT r, min(day) AS first, max(day) AS last, count(*) AS n, coalesce(max(gap), 0) AS gap FROM (SELECT r, day, day - lag(day) OVER (PARTITION BY r ORDER BY day) AS gap FROM days) GROUP BY r),
    judged AS (SELECT r, pool, first, last, ${away} < ${endDay} - last AS gone, ${away} < first - ${seenFrom} AND first > ${firstDay} AND first <= ${endDay - 7} AS came FROM person JOIN sim_person USING (r))
    SELECT r, first, last, gone AND max(last) FILTER (NOT gone) OVER (PARTITION BY pool) >= ${endDay - calibration.awayDays} AS gone, came AND NOT gone AS came FROM judged`);
}
