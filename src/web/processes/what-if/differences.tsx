import { Button } from '@mantine/core';
import { fileAddress } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, percent, when } from '../../ui/format.ts';
import { endOf, headOf, loadOf, placeIn, spanOf } from './figures.ts';
import type { Result, Run } from './model.ts';
import css from './what-if.module.css';

type Difference = Result['differences'][number];
type Pool = Result['pools'][number];

/** What came of a run: warnings first, then each difference as a sentence and a bar, the figures, and how busy people are. */
export function Differences({ log, run, result, zone, said }: { readonly log: EventLog; readonly run: Run; readonly result: Result; readonly zone: string; /** What the page says already. */ readonly said: readonly string[] }) {
  const { differences, pools, window, replications, validation } = result;
  const warnings = result.warnings.filter((w) => !said.includes(w));
  return (
    <>
      {warnings.length === 0 ? null : <ul className={css.warnings} aria-label="Before you use these figures">{warnings.map((w) => <li key={w} className={css.warning}>{w}</li>)}</ul>}
      {differences.length === 0 ? null : (
        <>
          <h3>What changes{differences.some((d) => d.usable) ? '' : ', if the simulation were right'}</h3>
          <ul className={css.differences}>{differences.map((d) => <li key={d.measure}><p className={css.said}>{d.says}</p><Bar of={d} /></li>)}</ul>
          <DataTable caption="With and without the changes" columns={columns} rows={differences} rowKey={(d) => d.measure} />
          <p className={css.quiet}>{when(window.from, zone, 'day')} to {when(new Date(Date.parse(window.until) - 1).toISOString(), zone, 'day')}, simulated {count(replications.done)} times as today and with the changes, with the same luck: the figures are means, so that as today and the difference make the figure with the changes. The bar holds 8 in 10 of the differences, each line is one. It is the chance of the process; how far the simulation itself is off stands under the name of each figure.{validation.weeks === 0 ? '' : ` Measured is what really happened, in the last ${count(validation.weeks)} weeks; who waits for whom is in no log.`}</p>
          <div className={`${css.row} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/simulations/${run.id}/draws.csv`)} download>Download every difference as CSV</Button></div>
        </>
      )}
      {pools.length === 0 ? null : (
        <>
          <h3>How busy people are</h3>
          <DataTable caption="Hours of work for 100 hours that people are there" columns={poolColumns(differences.length > 0)} rows={pools} rowKey={(p, i) => `${p.name} ${i}`} />
          <p className={css.quiet}>Hours of work that come in, of the hours that people are there. Above 100% the queue grows without end. Figures of fewer than five people are not shown.</p>
        </>
      )}
    </>
  );
}

const columns: readonly Column<Difference>[] = [
  { key: 'quantity', head: 'Quantity', cell: (d) => <>{headOf(d.quantity, d.unit)}<span className={css.checked}>{checkOf(d)}</span></> },
  { key: 'measured', head: 'Measured', numeric: true, cell: (d) => d.shown.measured },
  { key: 'before', head: 'Simulated as today', numeric: true, cell: (d) => d.shown.before },
  { key: 'after', head: 'With the changes', numeric: true, cell: (d) => d.shown.after },
  { key: 'estimate', head: 'Difference', numeric: true, cell: (d) => d.shown.difference },
  { key: 'lo', head: '8 in 10 between', numeric: true, cell: (d) => (d.lo === null ? '–' : `${d.shown.lo} and ${d.shown.hi}`) },
];

/** What the check says of a figure, in a few words. */
function checkOf({ check: { verdict, off } }: Difference): string {
  const by = off === null ? '' : off >= 1 ? ', far off' : `, ${percent(off, 0)} off`;
  return { good: `checked: fits${by}`, fair: `checked: roughly${by}`, poor: `checked: no evidence${by}`, none: 'not checked' }[verdict];
}

function poolColumns(changed: boolean): Column<Pool>[] {
  return [
    { key: 'name', head: 'People who do', cell: (p) => (p.of === null ? p.name : `${p.name} (${p.of})`) },
    { key: 'people', head: 'People', numeric: true, cell: (p) => (p.people === null ? 'fewer than 5' : count(p.people)) },
    { key: 'load', head: 'Load as today', numeric: true, cell: (p) => loadOf(p.load) },
    ...(changed ? [{ key: 'changed', head: 'With the changes', numeric: true, cell: (p: Pool) => loadOf(p.changedLoad) }] : []),
  ];
}

/** The end further from nought, in whose unit both are said. */
function larger(a: number | null, b: number | null): number {
  return Math.max(Math.abs(a ?? 0), Math.abs(b ?? 0));
}

const mostStrokes = 200;

/** The distribution of a difference on a line with nought: a band of 8 in 10, a stroke for each draw, a dot for the middle. The sentence and the table say it too. */
function Bar({ of: { lo, hi, estimate, draws, unit } }: { readonly of: Difference }) {
  if (lo === null || hi === null || estimate === null) return null;
  const span = spanOf(draws);
  const at = (value: number) => `${placeIn(value, span)}%`;
  return (
    <div className={css.bar} aria-hidden="true">
      <div className={css.track}>
        {draws.filter((_, i) => i % Math.ceil(draws.length / mostStrokes) === 0).map((x, i) => <i key={i} style={{ left: at(x) }} />)}
        <span className={css.band} style={{ left: at(lo), right: `${100 - placeIn(hi, span)}%` }} />
        <span className={css.zero} style={{ left: at(0) }} />
        <span className={css.dot} style={{ left: at(estimate) }} />
      </div>
      <div className={css.ends}><span>{endOf(span[0], unit, larger(...span))}</span><span>{endOf(span[1], unit, larger(...span))}</span></div>
    </div>
  );
}
