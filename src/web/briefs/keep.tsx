import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api, forget } from '../api/client.ts';
import { useMay } from '../app/session.ts';

/** Keeps today's sheet as a brief and opens it; nothing for those who may not. */
export function KeepBrief({ children, filled = false }: { readonly children: string; readonly filled?: boolean }) {
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const client = useQueryClient();
  const navigate = useNavigate();
  const keep = useMutation({
    mutationFn: async () => answer(api.POST('/briefs', { body: {} })),
    onSuccess: async (brief) => { await forget(client, '/briefs'); await navigate({ to: '/briefs/$brief', params: { brief: brief.id } }); },
  });
  if (!may) return null;
  return <>{keep.error === null ? null : <span role="alert">{keep.error.message}</span>}<Button variant={filled ? 'filled' : 'default'} loading={keep.isPending} onClick={() => keep.mutate()}>{children}</Button></>;
}
