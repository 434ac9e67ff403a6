import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { answer, api, asks, forget } from '../api/client.ts';
import type { EventLog, Item } from '../api/types.ts';
import { parseSearch } from '../app/search.ts';
import { useMay, useMe } from '../app/session.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { flowSearch, type FlowSearch } from './search.ts';
import { slugOf, viewAddress } from './view-address.ts';
import css from './flow.module.css';

type Saved = Item<'/saved-views'>;

/** The views of a log that somebody saved, each a way back to it; the one in hand can be saved, renamed or retired. */
export function SavedViews({ log, search, view }: { readonly log: EventLog; readonly search: FlowSearch; readonly view: string }) {
  const navigate = useNavigate({ from: '/flow' });
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const posts = useMe()?.posts ?? [];
  const [open, setOpen] = useState<'save' | 'rename'>();
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const toggle = (what: 'save' | 'rename', button: HTMLElement) => { opener.current = button; setOpen(open === what ? undefined : what); };
  // The button that saves or retires goes away with what it did.
  const toSection = () => section.current?.focus({ preventScroll: true });
  const close = (done: boolean) => { setOpen(undefined); if (done && open === 'save') toSection(); else opener.current?.focus({ preventScroll: true }); };
  const known = useQuery({ ...asks('/saved-views', { query: { limit: 500 } }), staleTime: 60_000 }).data?.items;
  const all = known?.filter((v) => v.body.eventLog === log.id) ?? [];
  const address = viewAddress(search);
  const here = all.find((v) => v.body.view === view && viewAddress(flowSearch(parseSearch(v.body.address))) === address);
  const mine = (v: Saved) => may || posts.some((p) => p.post === v.body.owner);
  if (known !== undefined && all.length === 0 && !may) return null;
  return (
    <section ref={section} tabIndex={-1} aria-label="Saved views" className={css.saved}>
      {all.length === 0 ? null : <b>Saved</b>}
      {all.map((v) => <button key={v.id} type="button" className={css.chip} data-on={v.id === here?.id} aria-current={v.id === here?.id ? 'true' : undefined} onClick={() => void navigate({ search: { ...flowSearch(parseSearch(v.body.address)), log: log.id, ...flowSearch({ view: v.body.view }) }, resetScroll: false })}>{v.name}</button>)}
      {here === undefined ? (may ? <Button size="compact-sm" aria-expanded={open === 'save'} onClick={(e) => toggle('save', e.currentTarget)}>Save this view</Button> : null)
        : mine(here) ? <><Button size="compact-sm" aria-expanded={open === 'rename'} onClick={(e) => toggle('rename', e.currentTarget)}>Rename</Button><Retire view={here} onDone={toSection} /></> : null}
      {open === undefined ? null : <NameForm key={`${open} ${here?.id ?? ''}`} of={open === 'rename' ? here : undefined} body={{ eventLog: log.id, view, address }} owner={posts.find((p) => !p.deputy)?.post} onDone={close} />}
    </section>
  );
}

interface NameFormProps {
  /** The view to be renamed; absent: a new one. */
  readonly of: Saved | undefined;
  readonly body: { readonly eventLog: string; readonly view: string; readonly address: string };
  readonly owner: string | undefined;
  readonly onDone: (done: boolean) => void;
}

function NameForm({ of, body, owner, onDone }: NameFormProps) {
  const client = useQueryClient();
  const [name, setName] = useState(of?.name ?? '');
  const put = useMutation({
    mutationFn: async () => answer(api.PUT('/saved-views/{id}', { params: { path: { id: of?.id ?? slugOf(name, Date.now()) } }, body: { body: of === undefined ? { ...body, name: name.trim(), ...(owner === undefined ? {} : { owner }) } : { ...of.body, name: name.trim() }, expected: of?.version ?? null } })),
    onSuccess: async () => { await forget(client, '/saved-views'); onDone(true); },
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from any of its fields
    <form className={css.nameForm} aria-label={of === undefined ? 'Save this view' : 'Rename this view'} onKeyDown={(e) => { if (e.key === 'Escape') onDone(false); }} onSubmit={(e) => { e.preventDefault(); if (name.trim() !== '') put.mutate(); }}>
      <TextInput ref={focused} label="Name" value={name} maxLength={200} onChange={(e) => setName(e.currentTarget.value)} />
      <Button type="submit" variant="filled" loading={put.isPending} disabled={name.trim() === ''}>{of === undefined ? 'Save' : 'Rename it'}</Button>
      <Button onClick={() => onDone(false)}>Cancel</Button>
      {put.error === null ? null : <ErrorState error={put.error} />}
    </form>
  );
}

function Retire({ view, onDone }: { readonly view: Saved; readonly onDone: () => void }) {
  const client = useQueryClient();
  const retire = useMutation({
    mutationFn: async () => answer(api.POST('/saved-views/{id}/retire', { params: { path: { id: view.id } }, body: { expected: view.version } })),
    onSuccess: async () => { await forget(client, '/saved-views'); onDone(); },
  });
  return <><ConfirmButton verb="Retire" sure="Retire it now" of={view.name} busy={retire.isPending} act={() => retire.mutate()} />{retire.error === null ? null : <ErrorState error={retire.error} />}</>;
}

function focused(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
}
