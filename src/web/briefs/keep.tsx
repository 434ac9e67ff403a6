import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, asks, forget } from '../api/client.ts';
import { useMay } from '../app/session.ts';
import css from './brief.module.css';

/** Saved views that fit into one brief. */
const MOST = 12;

/** Keeps today's sheet as a brief and opens it, with saved views where there are some to choose; nothing for those who may not. */
export function KeepBrief({ children, filled = false }: { readonly children: string; readonly filled?: boolean }) {
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const client = useQueryClient();
  const navigate = useNavigate();
  const views = useQuery({ ...asks('/saved-views', { query: { limit: 500 } }), enabled: may }).data?.items ?? [];
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const keep = useMutation({
    mutationFn: async () => answer(api.POST('/briefs', { body: chosen.length === 0 ? {} : { views: [...chosen] } })),
    onSuccess: async (brief) => { await forget(client, '/briefs'); await navigate({ to: '/briefs/$brief', params: { brief: brief.id } }); },
  });
  if (!may) return null;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
  return (
    <>
      {keep.error === null ? null : <span role="alert">{keep.error.message}</span>}
      <Button variant={filled ? 'filled' : 'default'} loading={keep.isPending} onClick={() => (views.length === 0 ? keep.mutate() : setChoosing(true))}>{children}</Button>
      <Modal opened={choosing} onClose={() => setChoosing(false)} title="Keep today’s sheet" closeButtonProps={{ 'aria-label': 'Close' }}>
        <fieldset className={css.choices}>
          <legend>Saved views to put in it, each with what it shows now</legend>
          {views.map((v) => <Checkbox key={v.id} label={v.name} checked={chosen.includes(v.id)} disabled={chosen.length >= MOST && !chosen.includes(v.id)} onChange={() => toggle(v.id)} />)}
        </fieldset>
        <Button variant="filled" loading={keep.isPending} onClick={() => keep.mutate()}>{chosen.length === 0 ? 'Keep it without any' : `Keep it with ${chosen.length === 1 ? 'this view' : `these ${chosen.length}`}`}</Button>
      </Modal>
    </>
  );
}
