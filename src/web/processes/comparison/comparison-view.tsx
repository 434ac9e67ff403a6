import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks, fileAddress } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, duration, number, quantity } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { withCondition } from '../conditions.ts';
import { filters, type FlowSearch } from '../search.ts';
import { answer, type Comparison, nameOf, partingWords, type Side } from './words.ts';
import css from './comparison.module.css';
import flow from '../flow.module.css';

interface ViewProps { readonly log: EventLog; readonly search: FlowSearch }

/** Variants beside each other, step by step; or the cases in view beside all cases. */
export function ComparisonView({ log, search }: ViewProps) {
  const query = { ...filters(search), ...(search.against === undefined ? { compare: search.compare ?? [] } : { against: search.against }) };
  const found = useQuery(asks('/event-logs/{id}/compare', { path: { id: log.id }, query }));
  const back = <Link from="/flow" to="." search={(now) => ({ ...now, compare: undefined, against: undefined })} resetScroll={false}>All variants in view</Link>;
  if (found.error !== null) return <><ErrorState error={found.error} again={found.refetch} /><p>{back}</p></>;
  if (found.data === undefined) return <Loading what="the comparison" lines={8} />;
  const { data } = found;
  return (
    <section>
      <h2 className={css.head}>{answer(data)}</h2>
      {data.partings.length === 0 ? null : <ul className={css.partings}>{data.partings.slice(0, SAID).map((p, i) => <li key={i}>{partingWords(p)}</li>)}{data.partings.length <= SAID ? null : <li>They part in {count(data.partings.length - SAID)} more places, marked below.</li>}</ul>}
      <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/compare.csv`, query)} download>Download as CSV</Button>{back}</div>
      <DataTable caption="What is compared" columns={wholes(data)} rows={data.sides.map((side, n) => ({ side, n }))} rowKey={({ n }) => String(n)} narrow="scroll" />
      <h2>{data.by === 'variants' ? 'Step by step' : 'Activity by activity'}</h2>
      <DataTable caption={data.by === 'variants' ? 'Steps side by side' : 'Activities side by side'} columns={stepColumns(data)} rows={data.steps} rowKey={(_s, i) => String(i)} narrow="scroll" />
      <p className={flow.source}>{data.ends.length === 0 ? '' : `Above, a case is measured until it is complete, at its first ${data.ends.map((e) => `“${e}”`).join(' or ')}; steps that come later are below, and in no time above. `}Wait: from the completion of the step before to the start, or where no start is known to the completion, nights and weekends included. Median, and what nine in ten stay below.{data.cut ? ' A way is so long that only its first steps are compared.' : ''}{data.sides.some((s) => s.open > 0) ? ' How long cases take is known of complete ones only.' : ''}</p>
    </section>
  );
}

/** Partings that are said in words; the table shows all. */
const SAID = 4;

interface Whole { readonly side: Side; readonly n: number }
type Step = Comparison['steps'][number];

function wholes(found: Comparison): readonly Column<Whole>[] {
  const works = found.sides.some((s) => s.working !== null);
  return [
    { key: 'name', head: found.by === 'variants' ? 'Way' : 'Which', cell: ({ side, n }) => <><b>{nameOf(found, n)}</b>{side.variant === null ? null : <> · <Link from="/flow" to="." search={(now) => ({ ...withCondition(now, { kind: 'variants', numbers: [side.variant!] }), compare: undefined, against: undefined, view: 'cases' as const, node: undefined, edge: undefined })}>its cases</Link></>}</> },
    { key: 'cases', head: 'Cases', numeric: true, cell: ({ side }) => count(side.cases) },
    { key: 'open', head: 'Not complete', numeric: true, cell: ({ side }) => count(side.open) },
    { key: 'median', head: 'Until complete, half within', numeric: true, cell: ({ side }) => (side.elapsed === null ? '–' : duration(side.elapsed.median)) },
    { key: 'p90', head: '9 in 10 within', numeric: true, cell: ({ side }) => (side.elapsed === null ? '–' : duration(side.elapsed.p90)) },
    ...(works ? [
      { key: 'wmedian', head: 'Half, working time', numeric: true, cell: ({ side }: Whole) => quantity(side.working?.median ?? null, 'working s') },
      { key: 'wp90', head: '9 in 10, working time', numeric: true, cell: ({ side }: Whole) => quantity(side.working?.p90 ?? null, 'working s') },
    ] : []),
  ];
}

function stepColumns(found: Comparison): readonly Column<Step>[] {
  return [
    { key: 'step', head: found.by === 'variants' ? 'Step' : 'Activity', cell: (s) => <StepName step={s} found={found} /> },
    ...found.sides.map((_, n): Column<Step> => ({ key: String(n), head: `${nameOf(found, n)}: wait`, numeric: true, cell: (s) => <Cell of={s.sides[n] ?? null} often={found.by === 'filters'} /> })),
  ];
}

/** A step, with who alone has it. */
function StepName({ step, found }: { readonly step: Step; readonly found: Comparison }) {
  const having = step.sides.flatMap((s, n) => (s === null ? [] : [nameOf(found, n)]));
  return having.length === step.sides.length ? step.activity : <span className={css.apart}>{step.activity} <small>only {having.join(' and ')}</small></span>;
}

function Cell({ of, often }: { readonly of: Step['sides'][number]; readonly often: boolean }) {
  if (of === null) return <span className={css.none}>–</span>;
  const [waits, touches] = [of.wait !== null && of.wait.p90 > 0, of.touch !== null && of.touch.p90 > 0];
  return (
    <span className={css.cell}>
      <b>{of.wait === null ? 'no wait' : duration(of.wait.median)}</b>
      {of.wait === null || !waits ? null : <small>9 in 10 below {duration(of.wait.p90)}</small>}
      {of.workingWait === null || !waits ? null : <small>{quantity(of.workingWait.median, 'working s')}</small>}
      {of.touch === null || !touches ? null : <small>touch {duration(of.touch.median)}</small>}
      {often ? <small>{number(of.timesACase, 2)} times a case</small> : null}
    </span>
  );
}
