import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, forget } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { idFrom } from '../../settings/ids.ts';
import { ErrorState } from '../../ui/states.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { noiseOf } from './discovered.tsx';
import type { Kept } from './kept.tsx';
import { AsWhat, targetOf } from './as-what.tsx';
import css from './model.module.css';

/** Keeps the model that is shown, with what it was found in. */
export function KeepDiscovered({ log, search, kept }: { readonly log: EventLog; readonly search: FlowSearch; readonly kept: readonly Kept[] }) {
  const [said, setName] = useState('');
  const [as, setAs] = useState('');
  const client = useQueryClient();
  const old = kept.find((k) => k.id === as);
  const name = old?.name ?? said.trim();
  const keep = useMutation({
    mutationFn: async () => answer(api.POST('/event-logs/{id}/keep-model', { params: { path: { id: log.id }, query: { ...filters(search), noise: noiseOf(search) / 100 } }, body: { ...targetOf(old, idFrom(name, kept.map((k) => k.id))), name } })),
    onSuccess: async () => { setName(''); setAs(''); await forget(client, '/event-logs/{id}/models', '/process-models/{id}/read'); },
  });
  return (
    <>
      <h3>Keep the model above</h3>
      <form className={css.form} onSubmit={(e) => { e.preventDefault(); keep.mutate(); }}>
        <AsWhat kept={kept} value={as} onChange={setAs} />
        {old === undefined ? <TextInput label="Name" value={said} onChange={(e) => setName(e.currentTarget.value)} /> : null}
        <Button type="submit" disabled={name === ''} loading={keep.isPending}>Keep it</Button>
      </form>
      {keep.error === null ? null : <ErrorState error={keep.error} />}
      {keep.isSuccess && !keep.isPending ? <output className={css.more}>Kept.</output> : null}
    </>
  );
}
