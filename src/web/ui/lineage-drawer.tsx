import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asks, fileAddress } from '../api/client.ts';
import type { Claim, ClaimRows } from '../api/types.ts';
import { DataTable, type Column } from './data-table.tsx';
import { age, capital, count, duration, percent, period, quantity, when } from './format.ts';
import { usePages } from './pages.ts';
import { SideDrawer } from './side-drawer.tsx';
import { ErrorState, Loading } from './states.tsx';
import css from './lineage-drawer.module.css';

/** Where a figure comes from: the figure, what it means, how it was worked out, the rows, their source and age. */
export function LineageDrawer({ claim: id }: { readonly claim: string }) {
  const navigate = useNavigate();
  const claim = useQuery(asks('/claims/{id}', { path: { id } }));
  const close = () => void navigate({ to: '.', search: (now) => ({ ...now, figure: undefined }), resetScroll: false });
  return (
    <SideDrawer onClose={close} title="Where this figure comes from" titleClass={css.title}>
      {claim.error !== null ? <ErrorState error={claim.error} again={claim.refetch} /> : claim.data === undefined ? <Loading what="the figure" lines={6} /> : <Lineage claim={claim.data} />}
    </SideDrawer>
  );
}

function Lineage({ claim }: { readonly claim: Claim }) {
  const { zone } = claim.window;
  return (
    <div className={css.body}>
      <p className={css.figure}>{claim.estimate === null ? 'No figure' : quantity(claim.estimate, claim.unit)}</p>
      <p className={css.what}>{claim.quantity} · {claim.subject.name} · {period(claim)} · n {count(claim.n)}</p>
      {claim.lo === null || claim.hi === null ? null : <p className={css.what}>Between {quantity(claim.lo, claim.unit, claim.estimate)} and {quantity(claim.hi, claim.unit, claim.estimate)}{claim.level === null ? '' : ` (${percent(claim.level)} interval)`}.</p>}
      <Compared claim={claim} />
      {claim.why === null ? null : <p>{claim.why}</p>}
      <h3>What it means</h3>
      <p className={css.meaning}>{claim.meaning}</p>
      <h3>How it was worked out</h3>
      <ol className={css.working}>{claim.working.map((step, i) => <li key={i}>{step}</li>)}</ol>
      <Method claim={claim} />
      <Rows key={claim.id} id={claim.id} zone={zone} />
      <Sources claim={claim} />
    </div>
  );
}

function Compared({ claim: { comparator, unit, estimate } }: { readonly claim: Claim }) {
  if (comparator === null || comparator.estimate === null) return null;
  const ends = comparator.lo === null || comparator.hi === null ? '' : ` (between ${change(comparator.lo, unit, estimate)} and ${change(comparator.hi, unit, estimate)}${comparator.level === null ? '' : `, ${percent(comparator.level)} interval`})`;
  return <p className={css.what}>{capital(comparator.name)}: {quantity(comparator.estimate, unit, estimate)}{comparator.difference === null ? '' : `; the difference is ${change(comparator.difference, unit, estimate)}${ends}`}.</p>;
}

/** A difference: of shares in points, of times in the unit of the figure. */
function change(difference: number, unit: string, like: number | null): string {
  return quantity(difference, unit === 'share' ? 'points' : unit, like);
}

function Method({ claim }: { readonly claim: Claim }) {
  const set = Object.entries(claim.parameters);
  return (
    <details className={css.method}>
      <summary>Method {claim.method}, version {claim.methodVersion}</summary>
      <dl>
        {set.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd></div>)}
        {claim.seed === null ? null : <div><dt>seed</dt><dd>{claim.seed}</dd></div>}
        <div><dt>computed</dt><dd>{when(claim.computedAt, claim.window.zone, 'second')}</dd></div>
        <div><dt>claim</dt><dd><code>{claim.id}</code></dd></div>
      </dl>
    </details>
  );
}

type Cell = ClaimRows['rows'][number][number];

function Rows({ id, zone }: { readonly id: string; readonly zone: string }) {
  const { query, page, paging } = usePages('/claims/{id}/rows', { path: { id } }, 12);
  if (query.error !== null) return <><h3>The rows</h3><ErrorState error={query.error} again={query.refetch} /></>;
  if (page === undefined) return <><h3>The rows</h3><Loading what="the rows" lines={6} /></>;
  const columns = page.columns.map((c, i) => columnOf(c, i, zone));
  return (
    <section>
      <h3 className={css.rowsHead}>The rows <span>{count(page.total)}</span><Button component="a" href={fileAddress(`/claims/${encodeURIComponent(id)}/rows.csv`)} download size="compact-sm">Download as CSV</Button></h3>
      <DataTable caption="Rows behind the figure" columns={columns} rows={page.rows} narrow="scroll" rowKey={(_row, i) => `${paging.from + i}`} paging={paging} empty="No row stands behind this figure." />
    </section>
  );
}

function columnOf({ name, unit, kind }: ClaimRows['columns'][number], at: number, zone: string): Column<ClaimRows['rows'][number]> {
  return {
    key: name, head: unit === null || kind === 'duration' ? name : `${name}, ${unit}`, numeric: kind === 'number' || kind === 'duration',
    cell: (row) => <span className={kind === 'text' ? undefined : css.whole}>{shown(row[at] ?? null, kind, zone)}</span>,
  };
}

function shown(cell: Cell, kind: ClaimRows['columns'][number]['kind'], zone: string): string {
  if (cell === null) return '–';
  if (kind === 'time') return when(String(cell), zone);
  if (kind === 'duration') return duration(Number(cell));
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 4 }) : cell;
}

function Sources({ claim }: { readonly claim: Claim }) {
  const asOf = Date.parse(claim.asOf);
  return (
    <section>
      <h3>Where the rows come from</h3>
      <ul className={css.sources}>
        {claim.sources.map((s) => (
          <li key={s.id + s.version}>
            <b>{s.name}</b>
            <span>{s.evidenceUpTo === null ? 'no dated rows' : `newest row ${when(s.evidenceUpTo, claim.window.zone)}, ${age((asOf - Date.parse(s.evidenceUpTo)) / 1000)}`}</span>
            <span>recorded {when(s.recordedAt, claim.window.zone)} · <code title="version">{s.version.slice(0, 16)}</code></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
