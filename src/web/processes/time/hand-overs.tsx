import type { ReactNode } from 'react';
import type { Column } from '../../ui/data-table.tsx';
import { count, percent } from '../../ui/format.ts';
import type { Names } from '../conditions.ts';
import { FirstRows, Section } from './section.tsx';
import type { StepsBehind } from './steps-behind.ts';
import { ToSteps } from './steps-drawer.tsx';
import { hoursHead, type TableProps } from './tables.tsx';
import { ToCases } from './to-cases.tsx';
import { type Hours, inHours, type LogTime, timeIn, type Times, waitIn } from './words.ts';
import css from './time.module.css';

type HandOver = NonNullable<LogTime['resources']>[number];
type Edge = LogTime['edges'][number];

/** How often work changes hands, and between which functions. */
export function HandOvers({ log, search, names, time, hours }: TableProps) {
  const { functions, resources } = time;
  const waits = waitColumns(hours);
  const byWait = (list: readonly HandOver[]) => list.toSorted((a, b) => (waitIn(hours, b)?.total ?? 0) - (waitIn(hours, a)?.total ?? 0));
  return (
    <Section log={log} search={search} title="Hand-overs" file={functions === null && resources === null ? undefined : 'hand-overs.csv'} said={handsWords(time, hours)}>
      {functions === null ? <p className={css.note}>Which function does which step is not recorded for this process, so hand-overs between functions are not known.</p> : (
        <>
          <FirstRows caption="Hand-overs between functions, those with the most waiting first" columns={[...between('From function', 'To function'), stepsColumn((h) => ({ fromFunction: h.from, toFunction: h.to })), ...waits, mostlyColumn(names, time, new Map(functions.of.map((f) => [f.activity, f.function])))]} rows={byWait(functions.handOvers)} rowKey={(h) => `${h.from}→${h.to}`} empty="No case passes from one function to another." what="pairs of functions" />
          {functions.unmapped === 0 ? null : <p className={css.note}><ToSteps of={{ noFunction: true }}>{count(functions.unmapped)} steps</ToSteps> are of no activity that the process lists: whose they are is not known.</p>}
        </>
      )}
      {resources === null || time.handOvers?.known === 0 ? null : <FirstRows caption="Hand-overs between resources, those with the most waiting first" columns={[...between('From', 'To'), stepsColumn((h) => ({ fromResource: h.from, toResource: h.to })), ...waits]} rows={byWait(resources)} rowKey={(h) => `${h.from}→${h.to}`} empty="No case changes hands." what="pairs" />}
    </Section>
  );
}

function between(from: string, to: string): Column<HandOver>[] {
  return [{ key: 'from', head: from, cell: (h) => h.from }, { key: 'to', head: to, cell: (h) => h.to }];
}

function stepsColumn(of: (h: HandOver) => StepsBehind): Column<HandOver> {
  return { key: 'n', head: 'Hand-overs', numeric: true, cell: (h) => <ToSteps of={of(h)}>{count(h.handOvers)}</ToSteps> };
}

function waitColumns(hours: Hours): Column<HandOver>[] {
  const told = (h: HandOver, of: 'median' | 'p90') => { const wait = waitIn(hours, h); return wait === null ? '–' : timeIn(hours, wait[of]); };
  return [
    { key: 'waited', head: hoursHead(hours, 'Waited'), numeric: true, cell: (h) => inHours(waitIn(hours, h)?.total ?? 0) },
    { key: 'median', head: 'Median', numeric: true, cell: (h) => told(h, 'median') },
    { key: 'p90', head: '9 in 10 within', numeric: true, cell: (h) => told(h, 'p90') },
  ];
}

/** The pair of steps with the most waiting that hands over from one function to another. */
function mostlyColumn(names: Names, { edges }: LogTime, functionOf: ReadonlyMap<string, string>): Column<HandOver> {
  const pair = (h: HandOver) => edges.find((e: Edge) => functionOf.get(e.from) === h.from && functionOf.get(e.to) === h.to);
  return { key: 'mostly', head: 'Most waiting in', cell: (h) => { const e = pair(h); return e === undefined ? '–' : <ToCases names={names} condition={{ kind: 'follows', how: 'directly', from: e.from, to: e.to }}>{e.from} → {e.to}</ToCases>; } };
}

/**
 * A part of a count in words.
 * @example partOf(999, 1000) // 'nearly all of the 1,000'
 */
function partOf(part: number, of: number): string {
  const share = part / of;
  return `${part === of ? 'each' : part === 0 ? 'none' : share >= 0.995 ? 'nearly all' : share < 0.005 ? 'hardly any' : percent(share, 0)} of the ${count(of)}`;
}

function handsWords({ handOvers, resources }: LogTime, hours: TableProps['hours']): ReactNode {
  if (handOvers === null) return 'Fewer than five people did these steps, so how often work changes hands is not shown.';
  const { known, changed } = handOvers;
  if (known === 0) return 'Who does the steps is not recorded, so it is not known how often work changes hands.';
  const [c, s]: (Times | null)[] = hours === 'working' ? [handOvers.workingWaitChanged, handOvers.workingWaitSame] : [handOvers.waitChanged, handOvers.waitSame];
  const waits = c == null || s == null ? '' : `; the median wait was ${timeIn(hours, c.median)} then, and ${timeIn(hours, s.median)} where the same went on`;
  return <>Work changed hands before <ToSteps of={{ hands: 'changed' }}>{partOf(changed, known)} steps</ToSteps> of which both who did it and who did the one before are known{waits}.{resources === null ? ' Persons are never set side by side.' : ''}</>;
}
