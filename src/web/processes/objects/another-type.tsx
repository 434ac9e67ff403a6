import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, forget } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { slug } from '../../sources/target.tsx';
import { count } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import flow from '../flow.module.css';
import css from './objects.module.css';

/** The same objects as the cases of an event log of their own, by another type; no file is sent again. */
export function AnotherType({ log }: { readonly log: EventLog }) {
  const others = (log.objects?.types ?? []).filter((t) => t.name !== log.objects?.flattenedBy && t.objects > 0);
  const [type, setType] = useState('');
  const [said, setName] = useState<string>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const name = said ?? (type === '' ? '' : `${log.name} by ${type}`);
  const make = useMutation({
    mutationFn: async () => answer(api.POST('/event-logs/{id}/flattened', { params: { path: { id: log.id } }, body: { objectType: type, eventLog: slug(name), name } })),
    onSuccess: async (started) => { await forget(client, '/sources', '/event-logs'); await navigate({ to: '/sources/imports/$import', params: { import: started.id } }); },
  });
  if (others.length === 0) return null;
  return (
    <section className="no-print">
      <h2>The same objects as other cases</h2>
      <p className={flow.inView}>Variants, conformance and performance are asked of cases. Cases of another type are an event log of their own, so that it can belong to a process of its own; the objects are not sent or kept twice.</p>
      <form className={css.another} onSubmit={(e) => { e.preventDefault(); make.mutate(); }}>
        <NativeSelect label="Each object of this type is a case" value={type} onChange={(e) => setType(e.currentTarget.value)} data={[{ value: '', label: 'choose' }, ...others.map((t) => ({ value: t.name, label: `${t.name} (${count(t.objects)})` }))]} />
        <TextInput label="Name of the event log" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <Button type="submit" disabled={type === '' || slug(name) === ''} loading={make.isPending}>Make this event log</Button>
      </form>
      {make.error === null ? null : <ErrorState error={make.error} />}
    </section>
  );
}
