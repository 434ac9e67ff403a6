import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import type { Get } from '../api/types.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { FigureDoor } from '../ui/door.tsx';
import { count, percent, period } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { basicsSearch, type BasicsSearch } from './search.ts';
import { State } from './state.tsx';
import { sentence } from './words.ts';
import css from './basics.module.css';

type Basics = Get<'/basics'>;
type Row = Basics['functions'][number]['services'][number];

/** Our basics: every service under the function that it serves, what is down first, what is well quiet. */
export function BasicsPage() {
  const search = useSearch({ from: '/inside/basics' });
  const basics = useQuery(asks('/basics'));
  if (basics.error !== null) return <PageError error={basics.error} again={basics.refetch} />;
  if (basics.data === undefined) return <Loading what="services" lines={8} />;
  const all = new Map(basics.data.functions.flatMap((f) => f.services.map((s) => [s.id, s])));
  if (all.size === 0) return <><PageHead title="Our basics" meta="Our basics">No services are on record.</PageHead><EmptyState title="Describe what the business runs on" actions={<Link to="/settings/$part" params={{ part: 'company' }}>See the company</Link>}>List the services in the company folder, as <code>services.yaml</code>, and bring it in with <code>hymnsheet apply</code>. Then this page says which of them can be used, and how available they were.</EmptyState></>;
  const functions = basics.data.functions.map((f) => ({ ...f, services: f.services.filter((s) => wanted(s, search)).sort((a, b) => grave([b]) - grave([a])) })).filter((f) => f.services.length > 0).sort((a, b) => grave(b.services) - grave(a.services));
  return (
    <>
      <PageHead title="Our basics" meta={`Our basics · ${count(all.size)} services`}>{sentence([...all.values()])}</PageHead>
      <Lead><Below claims={basics.data.claims} /></Lead>
      <Filters search={search} />
      <p className={css.small}>Available: share of the agreed hours in the last whole month, unless another window was agreed; time that nobody measured does not count as up. Incidents: all on record, maintenance included.</p>
      {functions.length === 0 ? <EmptyState title="No service fits this filter" actions={<Link to="/basics">Show all</Link>} /> : null}
      {functions.map((f) => <section key={f.id}><h2>{f.name}</h2><DataTable caption={`Services of ${f.name}`} columns={columns} rows={f.services} rowKey={(s) => s.id} narrow="lines" /></section>)}
    </>
  );
}

/** A function with something down comes before one with something unseen, then what fell short, and all before what is well. */
function grave(services: readonly Row[]): number {
  return Math.max(...services.map((s) => (s.state === 'down' ? 3 : s.state === 'unknown' ? 2 : s.below === true ? 1 : 0)));
}

/** How many services were below their level, as the claim on record has it. */
function Below({ claims }: { readonly claims: Basics['claims'] }) {
  const claim = claims.find((c) => c.measure === 'services-below-level');
  if (claim === undefined || claim.estimate === null) return <>No service has an agreed level that can be checked.</>;
  return <><FigureDoor text={`${claim.estimate === 0 ? 'None' : count(claim.estimate)} of ${count(claim.n)} services`} claim={claim.id} meaning={claim.meaning} age={period(claim)} /> {claim.estimate === 1 ? 'was' : 'were'} below the agreed level.</>;
}

function wanted(s: Row, { state, tier, q }: BasicsSearch): boolean {
  return (state === undefined || s.state === state) && (tier === undefined || s.tier === tier) && (q === undefined || `${s.name} ${s.owner?.name ?? ''} ${s.supplier?.name ?? ''}`.toLowerCase().includes(q.toLowerCase()));
}

const columns: readonly Column<Row>[] = [
  { key: 'name', head: 'Service', width: '20%', cell: (s) => <Link to="/basics/$service" params={{ service: s.id }}>{s.name}</Link> },
  { key: 'state', head: 'Now', width: '12%', cell: (s) => <State of={s.state} /> },
  { key: 'availability', head: 'Available', width: '14%', numeric: true, cell: (s) => <Availability of={s} /> },
  { key: 'level', head: 'Agreed', width: '9%', numeric: true, wideOnly: true, cell: (s) => (s.level === null ? <span className={css.quiet}>none</span> : percent(s.level)) },
  { key: 'incidents', head: 'Incidents', width: '9%', numeric: true, wideOnly: true, cell: (s) => count(s.incidents) },
  { key: 'owner', head: 'Owner', width: '17%', wideOnly: true, cell: (s) => s.owner?.name ?? <span className={css.quiet}>none</span> },
  { key: 'supplier', head: 'Run by', width: '13%', wideOnly: true, cell: (s) => s.supplier?.name ?? <span className={css.quiet}>ourselves</span> },
  { key: 'tier', head: 'Tier', width: '6%', numeric: true, wideOnly: true, cell: (s) => s.tier },
];

function Availability({ of: { availability: claim, below } }: { readonly of: Row }) {
  if (claim === null || claim.estimate === null) return <span className={css.quiet}>cannot say</span>;
  return <span className={below === true ? css.short : undefined}><FigureDoor text={percent(claim.estimate)} claim={claim.id} meaning={claim.meaning} age={`${period(claim)}${below === true ? ', below the level agreed' : ''}`} /></span>;
}

function Filters({ search }: { readonly search: BasicsSearch }) {
  const navigate = useNavigate({ from: '/basics' });
  const set = (change: Partial<Record<keyof BasicsSearch, string | undefined>>) => void navigate({ search: (now) => basicsSearch({ ...now, ...change }), replace: true, resetScroll: false });
  return (
    <search className={`${css.filters} no-print`}>
      <TextInput label="Find" placeholder="Service, owner or supplier" value={search.q ?? ''} onChange={(e) => set({ q: e.currentTarget.value === '' ? undefined : e.currentTarget.value })} />
      <NativeSelect label="State" value={search.state ?? ''} onChange={(e) => set({ state: e.currentTarget.value === '' ? undefined : e.currentTarget.value })} data={[{ value: '', label: 'Any' }, { value: 'down', label: 'Down' }, { value: 'maintenance', label: 'Maintenance' }, { value: 'unknown', label: 'Not known' }, { value: 'up', label: 'Up' }]} />
      <NativeSelect label="Tier" value={search.tier === undefined ? '' : String(search.tier)} onChange={(e) => set({ tier: e.currentTarget.value === '' ? undefined : e.currentTarget.value })} data={[{ value: '', label: 'Any' }, ...[1, 2, 3, 4].map((t) => ({ value: String(t), label: String(t) }))]} />
    </search>
  );
}
