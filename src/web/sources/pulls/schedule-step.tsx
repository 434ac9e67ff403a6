import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, asks, forget } from '../../api/client.ts';
import type { Pull, PullPreview } from '../../api/types.ts';
import { ownZone, useCompany } from '../../app/session.ts';
import { ErrorState } from '../../ui/states.tsx';
import { slug } from '../target.tsx';
import { definitionOf, scheduleGaps, type PullDraft } from './draft.ts';
import { Gaps, type StepProps } from './connect-step.tsx';
import css from '../sources.module.css';

interface ScheduleProps extends Omit<StepProps, 'pull'> {
  readonly seen: PullPreview;
  readonly before: Pull | undefined;
  readonly onBack: () => void;
}

/** Which log the events go to, and when they are pulled. */
export function ScheduleStep({ draft, onChange, seen, before, onBack }: ScheduleProps) {
  const company = useCompany();
  const zone = company.known ? company.zone : ownZone();
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } })).data?.items ?? [];
  const processes = useQuery(asks('/processes', { query: { limit: 500 } })).data?.items ?? [];
  const [again, setAgain] = useState(false);
  const save = useSave(draft, seen, zone, before, again);
  const gaps = scheduleGaps(draft, logs, zone);
  const set = (change: Partial<PullDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <section>
        <h2>Where the events go</h2>
        <div className={css.grid}>
          <TextInput label="Name" description="What this source is called" maxLength={200} value={draft.name} onChange={(e) => set({ name: e.currentTarget.value })} />
          <NativeSelect label="Event log" description="That it feeds" data={[{ value: '', label: 'A new one' }, ...logs.map((l) => ({ value: l.id, label: l.name }))]} value={draft.log} onChange={(e) => set({ log: e.currentTarget.value })} />
          {draft.log === '' ? <NativeSelect label="Process" description="That the new log records" data={[{ value: '', label: 'Not said yet' }, ...processes.map((p) => ({ value: p.id, label: p.body.name }))]} value={draft.process} onChange={(e) => set({ process: e.currentTarget.value })} /> : null}
          <TextInput label="Zone of times that carry none" description={`Empty: ${company.known ? 'the company’s' : 'yours'}`} placeholder={zone} value={draft.zone} onChange={(e) => set({ zone: e.currentTarget.value })} />
        </div>
      </section>
      <section>
        <h2>When it is pulled</h2>
        <div className={css.grid}>
          <NativeSelect label="It comes round" data={[{ value: 'every', label: 'every so many minutes' }, { value: 'daily', label: 'every day at a time' }]} value={draft.kind} onChange={(e) => set({ kind: e.currentTarget.value as PullDraft['kind'] })} />
          {draft.kind === 'every' ? <TextInput label="Minutes between pulls" inputMode="numeric" value={draft.minutes} onChange={(e) => set({ minutes: e.currentTarget.value })} /> : <TextInput label="Time of day, in the zone above" type="time" value={draft.at} onChange={(e) => set({ at: e.currentTarget.value })} />}
        </div>
        {before === undefined ? null : <Checkbox mt={16} label="Read again from the beginning" description="Events that are there already are recognised, and not taken in twice" checked={again} onChange={(e) => setAgain(e.currentTarget.checked)} />}
      </section>
      <Gaps gaps={gaps} />
      {save.error === null ? null : <ErrorState error={save.error} />}
      <div className={css.row}><Button variant="filled" disabled={gaps.length > 0} loading={save.isPending} onClick={() => save.mutate()}>{before === undefined ? 'Save, and pull now' : 'Save the change'}</Button><Button onClick={onBack}>Back to the columns</Button></div>
    </>
  );
}

function useSave(draft: PullDraft, seen: PullPreview, zone: string, before: Pull | undefined, startAgain: boolean) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const definition = definitionOf(draft, seen.columns, zone, before?.definition);
      if (before === undefined) return answer(api.POST('/pulls', { body: { id: slug(draft.name), definition, password: draft.password } }));
      return answer(api.PUT('/pulls/{id}', { params: { path: { id: before.id } }, body: { definition, revision: before.revision, startAgain, ...(draft.password === '' ? {} : { password: draft.password }) } }));
    },
    onSuccess: async (saved) => { await forget(client, '/pulls', '/pulls/{id}', '/sources', '/event-logs'); await navigate({ to: '/sources/pulls/$pull', params: { pull: saved.id } }); },
  });
}
