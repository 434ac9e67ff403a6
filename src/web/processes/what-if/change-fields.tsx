import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { clockAt, type ChangeKind, type Draft } from './changes.ts';
import type { Ground } from './model.ts';
import css from './what-if.module.css';

interface ChangeFieldsProps {
  readonly draft: Draft;
  /** Which change it is, for those who hear its fields. */
  readonly number: number;
  readonly kinds: readonly { readonly value: ChangeKind; readonly label: string }[];
  readonly ground: Ground;
  readonly onKind: (kind: ChangeKind) => void;
  readonly onChange: (draft: Draft) => void;
}

/** One change as a sentence whose gaps are fields. */
export function ChangeFields({ draft, number, kinds, ground, onKind, onChange }: ChangeFieldsProps) {
  return (
    <fieldset className={css.change}>
      <legend className="visually-hidden">Change {number}</legend>
      <NativeSelect aria-label={`Change ${number}`} data={[...kinds]} value={draft.kind} onChange={(e) => onKind(e.currentTarget.value as ChangeKind)} className={css.kind ?? ''} />
      <span className={css.sentence}><Sentence draft={draft} ground={ground} set={(part) => onChange({ ...draft, ...part })} /></span>
    </fieldset>
  );
}

interface SentenceProps {
  readonly draft: Draft;
  readonly ground: Ground;
  readonly set: (part: Partial<Draft>) => void;
}

function Sentence({ draft: d, ground, set }: SentenceProps): ReactNode {
  const amount = (label: string) => <NumberInput aria-label={label} className={css.amount ?? ''} min={0} decimalScale={d.kind === 'people' ? 0 : 2} hideControls value={d.amount} onChange={(value) => set({ amount: value })} />;
  const way = (less: string, label: string) => <NativeSelect aria-label={label} data={[{ value: 'less', label: less }, { value: 'more', label: 'more' }]} value={d.way} onChange={(e) => set({ way: e.currentTarget.value as Draft['way'] })} />;
  const activity = (among: readonly string[] = ground.activities) => <NativeSelect aria-label="Step" data={[...among]} value={d.activity} onChange={(e) => set({ activity: e.currentTarget.value, of: '' })} />;
  switch (d.kind) {
    case 'skip': return <>Leave out {activity()} in {amount('Per cent of its times')} % of its times</>;
    case 'touch': return <>{activity()} takes {amount('Per cent')} % {way('less', 'Less or more')} time</>;
    case 'arrivals': return <>{amount('Per cent')} % {way('fewer', 'Fewer or more')} cases come</>;
    case 'people': return <>{amount('People')} {way('fewer', 'Fewer or more')} people at {activity(ground.check?.result?.staffed.map((s) => s.activity))} <Part draft={d} ground={ground} set={set} /></>;
    case 'stop': return <>{activity()} stops for {amount('Hours')} hours from <At draft={d} ground={ground} set={set} /></>;
    case 'stop-service': return <><NativeSelect aria-label="Service" data={ground.services.map((s) => ({ value: s.id, label: s.name }))} value={d.service} onChange={(e) => set({ service: e.currentTarget.value })} /> is down for {amount('Hours')} hours from <At draft={d} ground={ground} set={set} /><span className={css.quiet}>It stops {ground.services.find((s) => s.id === d.service)?.activities.join(', ')}.</span></>;
  }
}

/** Where the work is divided: in which part of it. */
function Part({ draft, ground, set }: SentenceProps) {
  const parts = ground.check?.result?.staffed.find((s) => s.activity === draft.activity)?.of ?? [];
  return parts.length === 0 ? null : <>in <NativeSelect aria-label={`Which ${ground.check?.result?.classAttribute ?? 'part'}`} data={[{ value: '', label: `each ${ground.check?.result?.classAttribute ?? 'part'}` }, ...parts.map((p) => ({ value: p, label: p }))]} value={draft.of} onChange={(e) => set({ of: e.currentTarget.value })} /></>;
}

const WEEK_MS = 604_800_000, MOST_WEEKS = 26;

function At({ draft, ground, set }: SentenceProps) {
  const { zone } = ground.inputs.rules;
  const from = Date.parse(ground.from);
  return <><TextInput type="datetime-local" aria-label="From when" min={clockAt(from, zone)} max={clockAt(from + MOST_WEEKS * WEEK_MS, zone)} value={draft.at} onChange={(e) => set({ at: e.currentTarget.value })} /> <span className={css.quiet}>{zone.replaceAll('_', ' ')}</span></>;
}
