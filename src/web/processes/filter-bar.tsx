import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { dateIn, startOf } from './dates.ts';
import { duration, when } from '../ui/format.ts';
import type { FlowSearch } from './search.ts';
import css from './flow.module.css';

const DAY = 86_400;

interface Chip { readonly label: string; readonly without: (now: FlowSearch) => FlowSearch }

/** Every filter of an address as a chip that can be taken off. */
function chips(s: FlowSearch, zone: string): Chip[] {
  const drop = (key: keyof FlowSearch) => (now: FlowSearch): FlowSearch => { const { [key]: _gone, ...rest } = now; return rest as FlowSearch; };
  const less = (key: 'activity' | 'attribute', value: string) => (now: FlowSearch): FlowSearch => ({ ...now, [key]: now[key]?.filter((v) => v !== value) });
  return [
    ...(s.from === undefined ? [] : [{ label: `From ${when(s.from, zone, 'day')}`, without: drop('from') }]),
    ...(s.to === undefined ? [] : [{ label: `Before ${when(s.to, zone, 'day')}`, without: drop('to') }]),
    ...(s.activity ?? []).map((a) => ({ label: `With ${a}`, without: less('activity', a) })),
    ...(s.variant === undefined ? [] : [{ label: 'One variant', without: drop('variant') }]),
    ...(s.minSeconds === undefined ? [] : [{ label: `Took ${duration(s.minSeconds)} or more`, without: drop('minSeconds') }]),
    ...(s.maxSeconds === undefined ? [] : [{ label: `Took ${duration(s.maxSeconds)} or less`, without: drop('maxSeconds') }]),
    ...(s.attribute ?? []).map((a) => ({ label: a.replace(':', ': ').replace('=', ' = '), without: less('attribute', a) })),
  ];
}

/** Which cases are in view, and the way to narrow them. */
export function FilterBar({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const { zone } = useCompany();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.filters}>
      <div className={css.chips}>
        {chips(search, zone).map((c) => <Link key={c.label} from="/flow" to="." search={c.without} resetScroll={false} className={css.chip} aria-label={`Remove the filter: ${c.label}`}>{c.label}<i aria-hidden="true">×</i></Link>)}
        <button type="button" className={css.chip} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Close' : '+ filter'}</button>
      </div>
      {open ? <FilterForm log={log} search={search} zone={zone} onDone={() => setOpen(false)} /> : null}
    </div>
  );
}

function FilterForm({ log, search, zone, onDone }: { readonly log: EventLog; readonly search: FlowSearch; readonly zone: string; readonly onDone: () => void }) {
  const navigate = useNavigate({ from: '/flow' });
  const names = useQuery(asks('/event-logs/{id}/map', { path: { id: log.id }, query: {} })).data?.activities.map((a) => a.name) ?? [];
  const [from, setFrom] = useState(search.from === undefined ? '' : dateIn(search.from, zone));
  const [to, setTo] = useState(search.to === undefined ? '' : dateIn(search.to, zone));
  const [activity, setActivity] = useState('');
  const [least, setLeast] = useState<number | string>(search.minSeconds === undefined ? '' : search.minSeconds / DAY);
  const [most, setMost] = useState<number | string>(search.maxSeconds === undefined ? '' : search.maxSeconds / DAY);
  const [attribute, setAttribute] = useState('');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const days = (n: number | string) => (n === '' ? undefined : Math.round(Number(n) * DAY));
    const more = (list: string[] | undefined, value: string) => (value === '' ? list : [...new Set([...(list ?? []), value])]);
    void navigate({ search: (now) => ({ ...now, from: startOf(from, zone), to: startOf(to, zone), activity: more(now.activity, activity), minSeconds: days(least), maxSeconds: days(most), attribute: more(now.attribute, attribute), variant: now.variant}), resetScroll: false });
    onDone();
  };
  return (
    <form className={css.form} onSubmit={apply}>
      <TextInput type="date" label="From" value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
      <TextInput type="date" label="Before" value={to} onChange={(e) => setTo(e.currentTarget.value)} />
      <NativeSelect label="With activity" value={activity} onChange={(e) => setActivity(e.currentTarget.value)} data={[{ value: '', label: 'any' }, ...names]} />
      <NumberInput label="Took at least, days" min={0} decimalScale={2} value={least} onChange={setLeast} hideControls />
      <NumberInput label="Took at most, days" min={0} decimalScale={2} value={most} onChange={setMost} hideControls />
      <TextInput label="Attribute" placeholder="region=Leeds" pattern="[^=]+=.+" value={attribute} onChange={(e) => setAttribute(e.currentTarget.value)} />
      <Button type="submit" variant="filled">Apply</Button>
    </form>
  );
}
