import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { ErrorState } from '../ui/states.tsx';
import { type Condition, FOLLOWS, FOLLOWS_WORDS, type Follows, type Names, type PeriodOf } from './conditions.ts';
import { dateIn, startOf } from './dates.ts';
import css from './flow.module.css';

const DAY = 86_400;

interface FieldsProps<K extends Condition['kind']> {
  readonly names: Names;
  readonly zone: string;
  readonly was: Extract<Condition, { kind: K }> | undefined;
  /** Called with the condition as it stands; with nothing while a part of it is missing. */
  readonly onMade: (condition: Condition | undefined) => void;
}

/** Some fields of a condition, kept here; each change says what they make. */
function useFields<T>(initial: T, made: (fields: T) => Condition | undefined, onMade: (condition: Condition | undefined) => void): [T, (change: Partial<T>) => void] {
  const [fields, setFields] = useState(initial);
  return [fields, (change) => {
    const next = { ...fields, ...change };
    setFields(next);
    onMade(made(next));
  }];
}

export function DurationFields({ was, onMade }: FieldsProps<'duration'>) {
  const days = (seconds: number | undefined): number | string => (seconds === undefined ? '' : seconds / DAY);
  const seconds = (n: number | string) => (n === '' ? undefined : Math.round(Number(n) * DAY));
  const [f, set] = useFields({ least: days(was?.min), most: days(was?.max) }, ({ least, most }) => {
    const [min, max] = [seconds(least), seconds(most)];
    return (min === undefined && max === undefined) || (min ?? 0) > (max ?? Infinity) ? undefined : { kind: 'duration', min, max };
  }, onMade);
  return (
    <>
      <NumberInput label="Took at least, days" min={0} decimalScale={3} value={f.least} onChange={(least) => set({ least })} hideControls />
      <NumberInput label="Took at most, days" min={0} decimalScale={3} value={f.most} onChange={(most) => set({ most })} hideControls />
    </>
  );
}

const PERIODS: readonly { readonly value: PeriodOf; readonly label: string }[] = [{ value: 'started', label: 'started' }, { value: 'completed', label: 'ended (last event)' }, { value: 'active', label: 'were under way' }];

export function PeriodFields({ was, zone, onMade }: FieldsProps<'period'>) {
  const date = (instant: string | undefined) => (instant === undefined ? '' : dateIn(instant, zone));
  const [f, set] = useFields({ of: was?.of ?? 'started', from: date(was?.from), to: date(was?.to) }, ({ of, from, to }) => {
    const period = { from: startOf(from, zone), to: startOf(to, zone) };
    return period.from === undefined && period.to === undefined ? undefined : { kind: 'period', of, ...period };
  }, onMade);
  return (
    <>
      <NativeSelect label="That" value={f.of} onChange={(e) => set({ of: e.currentTarget.value as PeriodOf })} data={PERIODS} />
      <TextInput type="date" label="From" value={f.from} onChange={(e) => set({ from: e.currentTarget.value })} />
      <TextInput type="date" label="Before" value={f.to} onChange={(e) => set({ to: e.currentTarget.value })} />
    </>
  );
}

interface OneActivityProps { readonly label: string; readonly value: string; readonly names: Names; readonly onPick: (name: string) => void }

function OneActivity({ label, value, names, onPick }: OneActivityProps) {
  const known = value === '' || names.activities.includes(value) ? names.activities : [value, ...names.activities];
  return <NativeSelect label={label} value={value} onChange={(e) => onPick(e.currentTarget.value)} data={[{ value: '', label: 'choose one' }, ...known]} />;
}

export function ActivityFields({ was, names, onMade }: FieldsProps<'activity'>) {
  const [f, set] = useFields({ name: was?.name ?? '', has: was?.has ?? true }, ({ name, has }) => (name === '' ? undefined : { kind: 'activity', name, has }), onMade);
  return (
    <>
      <NativeSelect label="That are" value={f.has ? 'with' : 'without'} onChange={(e) => set({ has: e.currentTarget.value === 'with' })} data={['with', 'without']} />
      <OneActivity label="Activity" value={f.name} names={names} onPick={(name) => set({ name })} />
    </>
  );
}

export function FollowsFields({ was, names, onMade }: FieldsProps<'follows'>) {
  const initial = { from: was?.from ?? '', how: was?.how ?? ('directly' as Follows), to: was?.to ?? '' };
  const [f, set] = useFields(initial, ({ from, how, to }) => (from === '' || to === '' ? undefined : { kind: 'follows', from, how, to }), onMade);
  return (
    <>
      <OneActivity label="This activity" value={f.from} names={names} onPick={(from) => set({ from })} />
      <NativeSelect label="Is" value={f.how} onChange={(e) => set({ how: e.currentTarget.value as Follows })} data={FOLLOWS.map((how) => ({ value: how, label: FOLLOWS_WORDS[how] }))} />
      <OneActivity label="This one" value={f.to} names={names} onPick={(to) => set({ to })} />
    </>
  );
}

export function EndsFields({ was, names, onMade }: FieldsProps<'ends'>) {
  const initial = { side: was?.side ?? ('start' as const), chosen: was?.names ?? [] };
  const [f, set] = useFields<{ side: 'start' | 'end'; chosen: readonly string[] }>(initial, ({ side, chosen }) => (chosen.length === 0 ? undefined : { kind: 'ends', side, names: chosen }), onMade);
  return (
    <>
      <NativeSelect label="That" value={f.side} onChange={(e) => set({ side: e.currentTarget.value === 'end' ? 'end' : 'start' })} data={[{ value: 'start', label: 'begin with one of' }, { value: 'end', label: 'end with one of' }]} />
      <Several legend="Activities" all={names.activities} chosen={f.chosen} onChosen={(chosen) => set({ chosen })} />
    </>
  );
}

export function TopFields({ was, onMade }: FieldsProps<'top'>) {
  const [f, set] = useFields({ most: (was?.most ?? '') as number | string }, ({ most }) => (Number(most) >= 1 ? { kind: 'top', most: Math.floor(Number(most)) } : undefined), onMade);
  return <NumberInput label="So many of them" min={1} max={1_000_000} allowDecimal={false} value={f.most} onChange={(most) => set({ most })} hideControls />;
}

export function AttributeFields({ log, was, names, onMade }: FieldsProps<'attribute'> & { readonly log: EventLog }) {
  const initial = { name: was?.name ?? names.attributes[0] ?? '', not: was?.not ?? false, chosen: was?.values ?? [], other: '' };
  const [f, set] = useFields<{ name: string; not: boolean; chosen: readonly string[]; other: string }>(initial, ({ name, not, chosen, other }) => {
    const values = [...chosen, ...(other === '' ? [] : [other])];
    return name === '' || values.length === 0 ? undefined : { kind: 'attribute', name, values, not };
  }, onMade);
  const values = useQuery({ ...asks('/event-logs/{id}/attributes/{name}/values', { path: { id: log.id, name: f.name }, query: { limit: 50 } }), enabled: f.name !== '' });
  if (names.attributes.length === 0) return <p className={css.note}>This log has no attribute that cases can be chosen by. Those whose values are persons are left out.</p>;
  return (
    <>
      <NativeSelect label="Attribute" value={f.name} onChange={(e) => set({ name: e.currentTarget.value, chosen: [], other: '' })} data={names.attributes.includes(f.name) ? [...names.attributes] : [f.name, ...names.attributes]} />
      <NativeSelect label="That" value={f.not ? 'not' : 'is'} onChange={(e) => set({ not: e.currentTarget.value === 'not' })} data={[{ value: 'is', label: 'is one of' }, { value: 'not', label: 'is none of' }]} />
      {values.error === null ? <Several legend="Values" all={values.data?.items ?? []} chosen={f.chosen} onChosen={(chosen) => set({ chosen })} /> : <ErrorState error={values.error} />}
      <TextInput label="Another value" value={f.other} onChange={(e) => set({ other: e.currentTarget.value })} />
    </>
  );
}

interface SeveralProps { readonly legend: string; readonly all: readonly string[]; readonly chosen: readonly string[]; readonly onChosen: (chosen: readonly string[]) => void }

function Several({ legend, all, chosen, onChosen }: SeveralProps) {
  const list = [...chosen.filter((v) => !all.includes(v)), ...all];
  return (
    <fieldset className={css.several}>
      <legend>{legend}</legend>
      <div>{list.map((v) => <Checkbox key={v} size="sm" label={v} checked={chosen.includes(v)} onChange={(e) => onChosen(e.currentTarget.checked ? [...chosen, v] : chosen.filter((x) => x !== v))} />)}</div>
    </fieldset>
  );
}
