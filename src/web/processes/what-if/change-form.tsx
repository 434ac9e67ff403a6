import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { EventLog } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { ErrorState } from '../../ui/states.tsx';
import { ChangeFields } from './change-fields.tsx';
import { type Change, type ChangeKind, changeOf, type Draft, draftOf } from './changes.ts';
import type { Ground } from './model.ts';
import { useStart } from './use-start.ts';
import css from './what-if.module.css';

const mostChanges = 20;
const WEEKS = [1, 2, 4, 8, 13, 26].map((n) => ({ value: String(n), label: n === 1 ? '1 week' : `${n} weeks` }));
const RUNS = [40, 100, 200, 500].map((n) => ({ value: String(n), label: `${n} times${n === 40 ? ' (quickest)' : ''}` }));

/** The changes that are asked for, each a sentence with gaps. */
export function ChangeForm({ log, ground }: { readonly log: EventLog; readonly ground: Ground }) {
  const { zone } = ground.inputs.rules;
  const staffed = ground.check?.result?.staffed;
  const kinds = kindsOf(ground, staffed);
  const fresh = (kind: ChangeKind) => draftOf(kind, { activities: kind === 'people' ? (staffed ?? []).map((s) => s.activity) : ground.activities, services: ground.services, from: ground.from, zone });
  const [drafts, setDrafts] = useState<readonly (Draft & { readonly key: number })[]>(() => [{ ...fresh('touch'), key: 0 }]);
  const [more, setMore] = useState<{ weeks: string; replications: string; seed: number | string }>({ weeks: '4', replications: '40', seed: 1 });
  const { start, error, pending } = useStart(log);
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const changes = drafts.map((d) => changeOf(d, zone));
  const whole = changes.length > 0 && changes.every((c) => c !== undefined) && more.seed !== '';
  const set = (key: number, draft: Draft) => setDrafts(drafts.map((d) => (d.key === key ? { ...draft, key } : d)));
  const add = () => setDrafts([...drafts, { ...fresh('touch'), key: Math.max(-1, ...drafts.map((d) => d.key)) + 1 }]);
  const submit = () => start({ changes: changes as Change[], weeks: Number(more.weeks), replications: Number(more.replications), seed: Number(more.seed) });
  if (!may) return <p className={css.quiet}>Whoever may contribute here can simulate a change.</p>;
  return (
    <form className={`${css.form} no-print`} aria-label="What if" onSubmit={(e) => { e.preventDefault(); if (whole) submit(); }}>
      <h2>Simulate a change</h2>
      <ol className={css.changes}>
        {drafts.map((d, i) => (
          <li key={d.key}>
            <ChangeFields draft={d} number={i + 1} kinds={kinds} ground={ground} onKind={(kind) => set(d.key, fresh(kind))} onChange={(draft) => set(d.key, draft)} />
            {drafts.length === 1 ? null : <Button size="compact-sm" onClick={() => setDrafts(drafts.filter((x) => x.key !== d.key))} aria-label={`Remove change ${i + 1}`}>Remove</Button>}
          </li>
        ))}
      </ol>
      <div className={css.row}><Button size="compact-sm" onClick={add} disabled={drafts.length >= mostChanges}>+ and another change</Button></div>
      <details className={css.more}>
        <summary>How long and how often it is simulated</summary>
        <div className={css.fields}>
          <NativeSelect label="Weeks after the log" data={WEEKS} value={more.weeks} onChange={(e) => setMore({ ...more, weeks: e.currentTarget.value })} />
          <NativeSelect label="Each with and without the changes" data={RUNS} value={more.replications} onChange={(e) => setMore({ ...more, replications: e.currentTarget.value })} />
          <NumberInput label="Seed: the same gives the same" min={1} max={2_147_483_647} allowDecimal={false} hideControls value={more.seed} onChange={(seed) => setMore({ ...more, seed })} />
        </div>
      </details>
      <div className={css.row}><Button type="submit" variant="filled" disabled={!whole} loading={pending}>Simulate</Button>{staffed === undefined ? <span className={css.quiet}>Once it is checked, changes of people can be asked for too.</span> : null}</div>
      {error === null ? null : <ErrorState error={error} />}
    </form>
  );
}

function kindsOf({ services }: Ground, staffed: readonly unknown[] | undefined): { value: ChangeKind; label: string }[] {
  return [
    { value: 'touch', label: 'A step takes more or less time' }, { value: 'skip', label: 'A step is left out' },
    ...(staffed === undefined || staffed.length === 0 ? [] : [{ value: 'people' as const, label: 'More or fewer people' }]),
    { value: 'arrivals', label: 'More or fewer cases come' }, { value: 'stop', label: 'A step stops' },
    ...(services.length === 0 ? [] : [{ value: 'stop-service' as const, label: 'A service is down' }]),
  ];
}
