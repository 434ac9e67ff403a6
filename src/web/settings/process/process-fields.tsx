import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/client.ts';
import { count, many } from '../../ui/format.ts';
import { currencyChoices, zoneChoices } from '../company-draft.ts';
import { fieldOrder } from '../form/order.ts';
import type { RecordForm } from '../form/use-record-form.ts';
import { keptHours, ownHours, weekdays, type ProcessDraft } from './draft.ts';
import css from '../settings.module.css';

export interface Part {
  readonly form: RecordForm<ProcessDraft>;
}

interface Activity {
  readonly name: string;
  /** How many cases of the log end with it. */
  readonly cases: number;
}

const SHOWN = 8;
const MOST = 200;

/** The activities of a log, those with which most cases end first; undefined where there is no log to ask. */
function useActivities(log: string): readonly Activity[] | undefined {
  const { data } = useQuery({ ...asks('/event-logs/{id}/map', { path: { id: log } }), enabled: log !== '' });
  const all = data?.activities.map((a) => ({ name: a.name, cases: data.end?.[a.name] ?? 0, events: a.count }));
  return all?.sort((a, b) => b.cases - a.cases || b.events - a.events);
}

/** Which activities complete a case. */
export function Completion({ form: { value, set, at } }: Part) {
  const known = useActivities(value.log);
  const gone = value.ends.filter((name) => !(known?.some((a) => a.name === name) ?? false)).map((name) => ({ name, cases: -1 }));
  const all = [...gone, ...(known ?? [])];
  const first = all.filter((a, i) => i < SHOWN + gone.length || value.ends.includes(a.name));
  const rest = all.filter((a) => !first.includes(a)).slice(0, MOST);
  const flip = (name: string, on: boolean) => set({ ends: on ? [...value.ends, name] : value.ends.filter((c) => c !== name) });
  const box = (a: Activity) => <Checkbox key={a.name} label={<>{a.name} <span className={css.quiet}>{lastWords(a, value.log)}</span></>} checked={value.ends.includes(a.name)} onChange={(e) => flip(a.name, e.currentTarget.checked)} />;
  return (
    <fieldset className={css.set}>
      <legend>What completes a case?</legend>
      <p className={css.aside}>The first of these in a case completes it, and nobody waits for what comes after. Where none is ticked, a case is over once it has been silent for longer than 99 of 100 gaps in its event log.</p>
      {all.length === 0 ? <p className={css.quiet}>{value.log === '' ? 'Choose the event log, and its activities are listed here.' : 'The activities of this event log come here.'}</p> : null}
      <div className={css.ticks}>{first.map(box)}</div>
      {rest.length === 0 ? null : <details className={css.more}><summary>{many(rest.length, 'more activity', 'more activities')}</summary><div className={css.ticks}>{rest.map(box)}</div></details>}
      {at('ends') === undefined ? null : <p className={css.wrong}>{at('ends')}</p>}
    </fieldset>
  );
}

function lastWords({ cases }: Activity, log: string): string {
  if (cases < 0) return log === '' ? '' : 'not in this event log';
  return cases === 0 ? 'last in no case' : `last in ${count(cases)} ${cases === 1 ? 'case' : 'cases'}`;
}

/** When a case is on time, and which hours count. */
export function HoursFields({ form: { value, set, at } }: Part) {
  const calendars = useQuery(asks('/calendars', { query: { limit: 500 } })).data?.items ?? [];
  const hours = [{ value: '', label: 'All hours count, nights and weekends too' }, ...calendars.map((c) => ({ value: c.id, label: c.name })), ...(value.calendar === keptHours ? [{ value: keptHours, label: 'Hours of its own, as they are on record' }] : []), { value: ownHours, label: 'Certain days, from – to' }];
  return (
    <>
      <div className={css.form}>
        <TextInput {...fieldOrder} label="A case is on time within" autoComplete="off" placeholder="4 d" description="As 30 min, 4 h or 2 d; a day is 24 hours. Empty: nothing is agreed." value={value.target} error={at('target')} onChange={(e) => set({ target: e.currentTarget.value })} />
        <NativeSelect {...fieldOrder} label="Time zone" description="Its weeks and hours are in this zone." value={value.zone} error={at('zone')} data={zoneChoices(value.zone)} onChange={(e) => set({ zone: e.currentTarget.value })} />
        <NativeSelect {...fieldOrder} className={css.whole ?? ''} label="Working hours" value={value.calendar} error={at('calendar') ?? at('hours')} data={hours} onChange={(e) => set({ calendar: e.currentTarget.value })} />
      </div>
      {value.calendar === ownHours ? (
        <fieldset className={css.set}>
          <legend>Open on</legend>
          <div className={css.ticks}>{weekdays.map((d) => <Checkbox key={d} label={d[0]?.toUpperCase() + d.slice(1)} checked={value.days.includes(d)} onChange={(e) => set({ days: e.currentTarget.checked ? [...value.days, d] : value.days.filter((x) => x !== d) })} />)}</div>
          <div className={css.form}>
            <TextInput label="from" type="time" value={value.opens} onChange={(e) => set({ opens: e.currentTarget.value })} />
            <TextInput label="to" type="time" value={value.closes} onChange={(e) => set({ closes: e.currentTarget.value })} />
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

/** What can wait: when a silent case is over, and what delay costs. */
export function MoreFields({ form: { value, set, at } }: Part) {
  return (
    <details className={css.more}>
      <summary>What can wait: when a silent case is over, and what delay costs</summary>
      <div className={css.form}>
        <TextInput {...fieldOrder} label="A case is over when silent for" autoComplete="off" placeholder="30 d" description="Empty: for longer than 99 of 100 gaps in its event log." value={value.closedAfter} error={at('closedAfter')} onChange={(e) => set({ closedAfter: e.currentTarget.value })} />
        <NativeSelect {...fieldOrder} label="Currency of the cost of delay" value={value.currency} data={currencyChoices()} onChange={(e) => set({ currency: e.currentTarget.value })} />
        <TextInput {...fieldOrder} label="An hour’s delay of one case costs at least" inputMode="decimal" description="An estimate is a range; empty: no money is shown." value={value.delayLow} error={at('delayCostAnHour')} onChange={(e) => set({ delayLow: e.currentTarget.value })} />
        <TextInput {...fieldOrder} label="and at most" inputMode="decimal" value={value.delayHigh} onChange={(e) => set({ delayHigh: e.currentTarget.value })} />
      </div>
    </details>
  );
}

/** Whether something was agreed anew, from a day on, or was wrong on record. */
export function SinceWhen({ form: { value, set, at } }: Part) {
  return (
    <div className={css.form}>
      <TextInput {...fieldOrder} className={css.whole ?? ''} label="Since when is it so?" type="date" description="A day, where something changed then: what held before it stays on record. Empty: what was on record was wrong. Figures of all weeks are worked out with what is on record last." value={value.since} error={at('from')} onChange={(e) => set({ since: e.currentTarget.value })} />
    </div>
  );
}
