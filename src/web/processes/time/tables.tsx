import type { EventLog } from '../../api/types.ts';
import type { Column } from '../../ui/data-table.tsx';
import { count, duration, moneyRange, number, percent } from '../../ui/format.ts';
import type { Names } from '../conditions.ts';
import type { FlowSearch } from '../search.ts';
import { FirstRows, Section, Share } from './section.tsx';
import { ToSteps } from './steps-drawer.tsx';
import { ToCases, ToCounted } from './to-cases.tsx';
import { allWaiting, type Hours, inHours, type LogTime, timeIn, type Times, waitIn } from './words.ts';
import css from './time.module.css';

export interface TableProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  readonly names: Names;
  readonly time: LogTime;
  readonly hours: Hours;
}

type Edge = LogTime['edges'][number];
type Step = LogTime['activities'][number];
type Again = LogTime['rework'][number];
type Batch = LogTime['batches']['activities'][number];

/** The head of a column of hours. */
export const hoursHead = (hours: Hours, what: string) => `${what}, ${hours === 'working' ? 'working h' : 'h'}`;
const figure = (times: Times | null, of: 'median' | 'p90', hours: Hours) => (times === null ? '–' : timeIn(hours, times[of]));
const total = (times: Times | null) => (times === null ? '–' : inHours(times.total));
const byWait = (hours: Hours) => (a: { wait: Times | null; workingWait: Times | null }, b: typeof a) => (waitIn(hours, b)?.total ?? 0) - (waitIn(hours, a)?.total ?? 0);

/** The pairs of steps between which most is waited. */
export function BottleneckTable(props: TableProps) {
  const { log, search, time, hours } = props;
  const all = allWaiting(time, hours);
  const rows = time.edges.filter((e) => (waitIn(hours, e)?.total ?? 0) > 0).toSorted(byWait(hours));
  const most = waitIn(hours, rows[0] ?? { wait: null, workingWait: null })?.total ?? 1;
  return (
    <Section log={log} search={search} title="Where cases wait" file="bottlenecks.csv">
      <FirstRows caption={`Waiting between steps of ${log.name}, the most first`} columns={bottleneckColumns(props, all, most)} rows={rows} rowKey={(e) => `${e.from}→${e.to}`} empty="Nothing waits." what="pairs of steps" />
      <p className={css.note}>{time.pairs > time.edges.length ? `The ${count(time.edges.length)} pairs of ${count(time.pairs)} with the most waiting; the file holds all. ` : ''}“Times” opens the very steps that were counted. The names lead to cases: those in which the second step directly follows the first in the order of completion; where steps overlap these can be a few more or fewer.</p>
    </Section>
  );
}

function bottleneckColumns({ names, time, hours }: TableProps, all: number, most: number): Column<Edge>[] {
  return [
    { key: 'between', head: 'Between', cell: (e) => <span className={css.name}><ToCases names={names} condition={{ kind: 'follows', how: 'directly', from: e.from, to: e.to }}>{e.from} → {e.to}</ToCases></span> },
    { key: 'total', head: hoursHead(hours, 'Waited'), numeric: true, cell: (e) => total(waitIn(hours, e)) },
    { key: 'share', head: 'Of all waiting', numeric: true, cell: (e) => <Share share={all === 0 ? 0 : (waitIn(hours, e)?.total ?? 0) / all} most={all === 0 ? 1 : most / all} /> },
    ...(time.delayCostAnHour === null ? [] : [{ key: 'cost', head: 'Cost of delay', numeric: true, cell: (e: Edge) => (e.cost === null ? '–' : <span className={css.whole}>{moneyRange({ low: e.cost.low.amount, high: e.cost.high.amount, currency: e.cost.low.currency })}</span>) }]),
    { key: 'median', head: 'Median', numeric: true, cell: (e) => figure(waitIn(hours, e), 'median', hours) },
    { key: 'p90', head: '9 in 10 within', numeric: true, cell: (e) => figure(waitIn(hours, e), 'p90', hours) },
    { key: 'n', head: 'Times', numeric: true, cell: (e) => <ToSteps of={{ step: e.to, after: e.from }}>{count(e.instances)}</ToSteps> },
  ];
}

/** How long each step waits and takes. */
export function StepTable(props: TableProps) {
  const { log, search, time, hours } = props;
  return (
    <Section log={log} search={search} title="How long steps wait and take" file="activities.csv">
      <FirstRows caption={`Waits and touch times of the steps of ${log.name}`} columns={stepColumns(props)} rows={time.activities.toSorted(byWait(hours))} rowKey={(s) => s.activity} empty="No step." what="steps" />
    </Section>
  );
}

function stepColumns({ names, hours }: TableProps): Column<Step>[] {
  const touch = (s: Step) => (hours === 'working' ? s.workingTouch : s.touch);
  return [
    { key: 'activity', head: 'Step', cell: (s) => <span className={css.name}><ToCases names={names} condition={{ kind: 'activity', name: s.activity, has: true }}>{s.activity}</ToCases></span> },
    { key: 'n', head: 'Times', numeric: true, cell: (s) => <ToSteps of={{ step: s.activity }}>{count(s.instances)}</ToSteps> },
    { key: 'waited', head: hoursHead(hours, 'Waited before'), numeric: true, cell: (s) => total(waitIn(hours, s)) },
    { key: 'wait', head: 'Wait, median', numeric: true, cell: (s) => figure(waitIn(hours, s), 'median', hours) },
    { key: 'touch', head: 'Takes, median', numeric: true, cell: (s) => figure(touch(s), 'median', hours) },
    { key: 'worked', head: hoursHead(hours, 'Took in all'), numeric: true, cell: (s) => total(touch(s)) },
    { key: 'unknown', head: 'No known start', numeric: true, cell: (s) => (s.withoutStart === 0 ? '–' : <ToSteps of={{ step: s.activity, withoutStart: true }}>{s.withoutStart === s.instances ? 'all' : count(s.withoutStart)}</ToSteps>) },
  ];
}

/** What is done again in the same case. */
export function ReworkTable(props: TableProps) {
  const { log, search, time } = props;
  const repeats = time.rework.reduce((n, r) => n + r.repeats, 0);
  return (
    <Section log={log} search={search} title="What is done again" file={repeats === 0 ? undefined : 'rework.csv'} said={repeats === 0 ? 'No step is done twice in a case.' : `${count(repeats)} of ${count(time.steps.count)} steps (${percent(repeats / time.steps.count)}) were done again in the same case.`}>
      {repeats === 0 ? null : <FirstRows caption={`Steps of ${log.name} that are done again`} columns={reworkColumns(props)} rows={time.rework} rowKey={(r) => r.activity} empty="None." what="steps" />}
    </Section>
  );
}

function reworkColumns({ names, hours }: TableProps): Column<Again>[] {
  return [
    { key: 'activity', head: 'Step', cell: (r) => <ToCases names={names} condition={{ kind: 'follows', how: 'eventually', from: r.activity, to: r.activity }}>{r.activity}</ToCases> },
    { key: 'cases', head: 'Cases with it again', numeric: true, cell: (r) => <ToCounted of={{ steps: { step: r.activity, again: true } }}>{count(r.casesAgain)}</ToCounted> },
    { key: 'share', head: 'Of cases with it', numeric: true, cell: (r) => percent(r.cases === 0 ? 0 : r.casesAgain / r.cases) },
    { key: 'repeats', head: 'Done again', numeric: true, cell: (r) => <ToSteps of={{ step: r.activity, again: true }}>{count(r.repeats)}</ToSteps> },
    { key: 'once', head: 'Of these at once', numeric: true, cell: (r) => (r.atOnce === 0 ? '0' : <ToSteps of={{ step: r.activity, after: r.activity, again: true }}>{count(r.atOnce)}</ToSteps>) },
    { key: 'waited', head: hoursHead(hours, 'Waited for it'), numeric: true, cell: (r) => total(waitIn(hours, r)) },
    { key: 'touch', head: hoursHead(hours, 'Took in all'), numeric: true, cell: (r) => total(hours === 'working' ? r.workingTouch : r.touch) },
  ];
}

/** What is done for several cases at a time. */
export function BatchTable({ log, search, names, time: { batches: { activities, rules, withheld } } }: TableProps) {
  const hidden = withheld === 0 ? '' : ` ${count(withheld)} ${withheld === 1 ? 'step is' : 'steps are'} not shown: fewer than five people do ${withheld === 1 ? 'it' : 'them'}.`;
  return (
    <Section log={log} search={search} title="What is done in batches" file={activities.length === 0 ? undefined : 'batches.csv'}>
      {activities.length === 0 ? <p className={css.said}>No step that can be shown is done in batches.</p> : <FirstRows caption={`Steps of ${log.name} done in batches`} columns={batchColumns(names)} rows={activities} rowKey={(b) => b.activity} empty="None." what="steps" />}
      <p className={css.note}>A batch: {rules.leastCases} cases or more that one person or machine completes within {duration(rules.gapSeconds)} of each other. Waits in all hours.{activities.length === 0 ? '' : ' Each step of a batch is listed with when its batch began, which is the same for all of it.'}{hidden}</p>
    </Section>
  );
}

function batchColumns(names: Names): Column<Batch>[] {
  return [
    { key: 'activity', head: 'Step', cell: (b) => <ToCases names={names} condition={{ kind: 'activity', name: b.activity, has: true }}>{b.activity}</ToCases> },
    { key: 'share', head: 'Done in batches', numeric: true, cell: (b) => (b.batched === 0 ? '–' : <ToSteps of={{ step: b.activity, batched: true }}>{percent(b.batched / b.instances)}</ToSteps>) },
    { key: 'batches', head: 'Batches', numeric: true, cell: (b) => <ToSteps of={{ step: b.activity, batched: true }}>{count(b.batches)}</ToSteps> },
    { key: 'size', head: 'Cases each', numeric: true, cell: (b) => number(b.meanSize, 1) },
    { key: 'in', head: 'Wait in batches, median', numeric: true, cell: (b) => (b.waitBatched === null ? '–' : <ToSteps of={{ step: b.activity, batched: true }}>{duration(b.waitBatched.median)}</ToSteps>) },
    { key: 'out', head: 'Otherwise', numeric: true, cell: (b) => (b.waitAlone === null ? '–' : <ToSteps of={{ step: b.activity, batched: false }}>{duration(b.waitAlone.median)}</ToSteps>) },
  ];
}

/** What comes once a case is complete, and is no waiting of it. */
export function LaterTable(props: TableProps) {
  const { log, search, time: { later, process } } = props;
  if (later.length === 0) return null;
  return (
    <Section log={log} search={search} title={`Once the ${process?.case ?? 'case'} is complete`} said={`These steps began after the ${process?.case ?? 'case'} was complete. Nobody waits for it any more, so they are in no figure above.`}>
      <FirstRows caption={`Steps of ${log.name} after its cases are complete`} columns={laterColumns(props)} rows={later} rowKey={(s) => s.activity} empty="None." what="steps" />
    </Section>
  );
}

function laterColumns({ names, hours }: TableProps): Column<LogTime['later'][number]>[] {
  return [
    { key: 'activity', head: 'Step', cell: (s) => <span className={css.name}><ToCases names={names} condition={{ kind: 'activity', name: s.activity, has: true }}>{s.activity}</ToCases></span> },
    { key: 'n', head: 'Times', numeric: true, cell: (s) => <ToSteps of={{ step: s.activity, later: true }}>{count(s.instances)}</ToSteps> },
    { key: 'wait', head: 'Wait, median', numeric: true, cell: (s) => figure(waitIn(hours, s), 'median', hours) },
    { key: 'p90', head: '9 in 10 within', numeric: true, cell: (s) => figure(waitIn(hours, s), 'p90', hours) },
    { key: 'waited', head: hoursHead(hours, 'Waited'), numeric: true, cell: (s) => total(waitIn(hours, s)) },
  ];
}
