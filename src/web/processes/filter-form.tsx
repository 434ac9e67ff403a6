import { Button, NativeSelect } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { EventLog } from '../api/types.ts';
import { type Condition, type Names } from './conditions.ts';
import { ActivityFields, AttributeFields, DurationFields, EndsFields, FollowsFields, PeriodFields, TopFields } from './filter-fields.tsx';
import css from './flow.module.css';

type Kind = Exclude<Condition['kind'], 'variants'>;

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'duration', label: 'How long they took' }, { value: 'period', label: 'When they were' }, { value: 'activity', label: 'An activity in them' }, { value: 'follows', label: 'What follows what' },
  { value: 'ends', label: 'How they begin or end' }, { value: 'attribute', label: 'An attribute' }, { value: 'top', label: 'The most frequent variants' },
];

interface FilterFormProps {
  readonly log: EventLog;
  readonly names: Names;
  readonly zone: string;
  /** The condition to change; absent for a new one. */
  readonly initial: Condition | undefined;
  readonly onApply: (condition: Condition) => void;
  readonly onClose: () => void;
}

/** One condition, made or changed. Escape closes it, and the focus goes back to what opened it. */
export function FilterForm({ log, names, zone, initial, onApply, onClose }: FilterFormProps) {
  const [kind, setKind] = useState<Kind>(initial === undefined || initial.kind === 'variants' ? 'duration' : initial.kind);
  // What is not yet whole cannot be applied.
  const [made, setMade] = useState<Condition | undefined>(initial);
  const choose = (next: Kind) => { setKind(next); setMade(initial?.kind === next ? initial : undefined); };
  const keys = (event: KeyboardEvent) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } };
  const fields = { names, zone, onMade: setMade };
  const was = <K extends Kind>(of: K) => (initial?.kind === of ? (initial as Extract<Condition, { kind: K }>) : undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from any of its fields
    <form className={css.form} aria-label={initial === undefined ? 'A new filter' : 'Change the filter'} onKeyDown={keys} onSubmit={(e) => { e.preventDefault(); if (made !== undefined) onApply(made); }}>
      <NativeSelect ref={focused} label="Keep cases by" value={kind} onChange={(e) => choose(e.currentTarget.value as Kind)} data={KINDS} />
      {kind === 'duration' ? <DurationFields {...fields} was={was('duration')} /> : null}
      {kind === 'period' ? <PeriodFields {...fields} was={was('period')} /> : null}
      {kind === 'activity' ? <ActivityFields {...fields} was={was('activity')} /> : null}
      {kind === 'follows' ? <FollowsFields {...fields} was={was('follows')} /> : null}
      {kind === 'ends' ? <EndsFields {...fields} was={was('ends')} /> : null}
      {kind === 'attribute' ? <AttributeFields {...fields} log={log} was={was('attribute')} /> : null}
      {kind === 'top' ? <TopFields {...fields} was={was('top')} /> : null}
      <div className={css.buttons}><Button type="submit" variant="filled" disabled={made === undefined}>Apply</Button><Button onClick={onClose}>Cancel</Button></div>
    </form>
  );
}

function focused(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
}
