import { count, many, number } from '../../ui/format.ts';
import { Section } from './section.tsx';
import { ToSteps } from './steps-drawer.tsx';
import type { TableProps } from './tables.tsx';
import type { LogTime } from './words.ts';
import css from './time.module.css';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const WEEK_MS = 7 * 86_400_000;

/** When work is done: how much goes on at a time, by hour of the week. */
export function LoadPart({ log, search, time }: TableProps) {
  const { load } = time;
  const { of, unit } = measureOf(time);
  const values = new Map(load.hours.map((h) => [h.hourOfWeek, of(h)]));
  const withheld = new Set(load.withheld);
  const most = [...values].toSorted((a, b) => b[1] - a[1])[0];
  const said = most === undefined ? nothing(load.withheld.length) : `Most is done on ${NAMES[Math.floor(most[0] / 24)]} from ${clock(most[0] % 24)} to ${clock((most[0] % 24) + 1)}: ${number(most[1], 1)} ${unit}.`;
  return (
    <Section log={log} search={search} title="When work is done" file={most === undefined ? undefined : 'load.csv'} said={said}>
      {most === undefined ? null : <Grid values={values} withheld={withheld} worked={unit !== COMPLETED} most={most[1]} caption={`${unit}, by hour of the week`} />}
      <p className={css.note}>{`Time of ${load.zone.replaceAll('_', ' ')}, over all weeks in view. ${withheld.size === 0 ? '' : `${many(withheld.size, 'hour of the week is', 'hours of the week are')} hatched: ${withheld.size === 1 ? 'in it' : 'in them'} fewer than five people did anything, so how much is not shown. An empty hour: nothing was done. `}${unit === COMPLETED ? 'An hour opens the steps completed in it, of all weeks.' : 'An hour opens the steps that were in work in it, of all weeks, each with its time in that hour: these times add up to the figure.'} ${load.withoutStart === 0 || unit === COMPLETED ? '' : `${count(load.withoutStart)} steps have no known start: their work is not in it.`}`}</p>
    </Section>
  );
}

const COMPLETED = 'steps completed a week';

/** Steps that are worked on at once, on average over the weeks in view; where no start is known, how many are completed. */
function measureOf({ load, steps }: LogTime): { of: (h: LogTime['load']['hours'][number]) => number; unit: string } {
  const weeks = Math.max(1, (Date.parse(steps.to ?? '') - Date.parse(steps.from ?? '')) / WEEK_MS || 1);
  return load.hours.some((h) => h.busySeconds > 0) ? { of: (h) => h.busySeconds / 3600 / weeks, unit: 'steps worked on at once, on average' } : { of: (h) => h.completed / weeks, unit: COMPLETED };
}

function nothing(withheld: number): string {
  return withheld === 0 ? 'Who does the steps is not recorded, so it is not known when work is done.' : 'Fewer than five people did anything in any hour of the week, so it is not shown when work is done.';
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

interface GridProps {
  readonly values: ReadonlyMap<number, number>;
  readonly withheld: ReadonlySet<number>;
  /** Whether the values are of work, not of steps completed. */
  readonly worked: boolean;
  readonly most: number;
  readonly caption: string;
}

function Grid({ values, withheld, worked, most, caption }: GridProps) {
  const hours = busyHours([...values.keys(), ...withheld]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard
    <section className={css.frame} tabIndex={0} aria-label={caption}>
      <table className={css.load}>
        <caption className="visually-hidden">{caption}</caption>
        <thead><tr><th scope="col"><span className="visually-hidden">Day</span></th>{hours.map((h) => <th key={h} scope="col">{h}</th>)}</tr></thead>
        <tbody>{DAYS.map((day, d) => <tr key={day}><th scope="row">{day}</th>{hours.map((h) => <Cell key={h} hour={d * 24 + h} value={values.get(d * 24 + h)} withheld={withheld.has(d * 24 + h)} worked={worked} most={most} />)}</tr>)}</tbody>
      </table>
    </section>
  );
}

/** The hours of the day from the first in which anything is done to the last. */
function busyHours(hoursOfWeek: readonly number[]): number[] {
  const hours = hoursOfWeek.map((h) => h % 24);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

interface CellProps {
  readonly hour: number;
  readonly value: number | undefined;
  readonly withheld: boolean;
  readonly worked: boolean;
  readonly most: number;
}

function Cell({ hour, value, withheld, worked, most }: CellProps) {
  if (withheld) return <td className={css.withheld} title="Fewer than five people: not shown"><span className="visually-hidden">not shown</span></td>;
  if (value === undefined || most === 0) return <td><span className="visually-hidden">none</span></td>;
  // Half of the accent at most, so that figures stay readable in both schemes.
  return <td style={{ background: `color-mix(in srgb, var(--hs-accent) ${Math.round((45 * value) / most)}%, var(--hs-card))` }}><ToSteps of={{ hour, ...(worked ? { worked } : {}) }}>{number(value, value < 10 && most < 100 ? 1 : 0)}</ToSteps></td>;
}
