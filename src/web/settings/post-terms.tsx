import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../api/client.ts';
import { FormFoot } from './form/form-foot.tsx';
import { fieldOrder } from './form/order.ts';
import { useRecordForm, type Held, type RecordFormParts } from './form/use-record-form.ts';
import { holds, usePeople } from './people.ts';
import { postBody, postDraft, type PostBody } from './post-draft.ts';
import { usePersonChoices } from './post-form.tsx';
import { appoint, date, dayBefore } from './terms.ts';
import css from './settings.module.css';

interface TermFormProps { readonly record: Held<PostBody>; readonly close: () => void }
interface TermDraft { readonly person: string; readonly from: string; readonly to: string; readonly reason: string }
const empty: TermDraft = { person: '', from: '', to: '', reason: '' };

/** A form that adds a term to a post; where somebody changed the post meanwhile, the term goes on top of theirs. */
function useTermForm(record: Held<PostBody>, change: (body: PostBody, typed: TermDraft) => PostBody, said: (typed: TermDraft) => string, close: () => void) {
  const client = useQueryClient();
  const parts: RecordFormParts<TermDraft, PostBody> = {
    record, draft: () => empty, fields: ['person', 'from', 'to', 'reason'],
    fieldOf: (place) => place.replace(/^(?:holders|delegations)\.\d+$/, 'from').replace(/^(?:holders|delegations)\.\d+\./, '').replace(/^deputy$/, 'person'),
    read: async () => client.fetchQuery({ ...asks('/posts/{id}', { path: { id: record.id } }), staleTime: 0 }),
    send: async (typed, base) => answer(api.PUT('/posts/{id}', { params: { path: { id: record.id } }, body: { body: change((base ?? record).body, typed), expected: (base ?? record).version } })),
    saved: async (typed) => { await forget(client, '/posts', '/posts/{id}', '/me', '/today'); notifications.show({ message: said(typed) }); close(); },
  };
  return useRecordForm(parts);
}

/** Appoints whoever holds the post next; who holds it now ends the day before. */
export function Appoint({ record, close }: TermFormProps) {
  const people = usePersonChoices();
  const { personName, today } = usePeople();
  const form = useTermForm(record, (body, t) => ({ ...postBody(postDraft(body)), holders: appoint(body.holders ?? [], { person: t.person, from: t.from, ...(t.to === '' ? {} : { to: t.to }) }) }), (t) => `${personName(t.person)} is appointed from ${date(t.from)}.`, close);
  const { value, set, at } = form;
  const now = (record.body.holders ?? []).find((h) => holds(h, value.from === '' ? today : value.from));
  const ends = now !== undefined && value.from > now.from && (now.to === undefined || now.to >= value.from);
  return (
    <form onSubmit={form.submit} noValidate>
      <div className={css.form}>
        <NativeSelect className={css.whole ?? ''} label="Who" data={people} value={value.person} error={at('person')} onChange={(e) => set({ person: e.currentTarget.value })} />
        <TextInput label="First day" type="date" value={value.from} error={at('from')} onChange={(e) => set({ from: e.currentTarget.value })} />
        <TextInput label="Last day" type="date" {...fieldOrder} description="Empty: until further notice." value={value.to} error={at('to')} onChange={(e) => set({ to: e.currentTarget.value })} />
      </div>
      {value.person === '' || value.from === '' ? null : <p className={css.said} aria-live="polite">{ends ? `${personName(now.person)} ends on ${date(dayBefore(value.from))}; ` : ''}{personName(value.person)} begins on {date(value.from)}{value.to === '' ? '' : ` and ends on ${date(value.to)}`}.</p>}
      <FormFoot form={form} verb="Appoint" fresh />
      <CloseButton close={close} />
    </form>
  );
}

/** Lets somebody sign in the holder’s place, in these days only. */
export function Delegate({ record, close }: TermFormProps) {
  const people = usePersonChoices();
  const { personName } = usePeople();
  const form = useTermForm(record, (body, t) => {
    const draft = postDraft(body);
    return postBody({ ...draft, delegations: [...draft.delegations, { deputy: t.person, from: t.from, to: t.to, reason: t.reason }] });
  }, (t) => `${personName(t.person)} stands in from ${date(t.from)} to ${date(t.to)}.`, close);
  const { value, set, at } = form;
  return (
    <form onSubmit={form.submit} noValidate>
      <div className={css.form}>
        <NativeSelect label="Who" data={people} value={value.person} error={at('person')} onChange={(e) => set({ person: e.currentTarget.value })} />
        <TextInput label="Why" autoComplete="off" placeholder="Annual leave" value={value.reason} error={at('reason')} onChange={(e) => set({ reason: e.currentTarget.value })} />
        <TextInput label="First day" type="date" value={value.from} error={at('from')} onChange={(e) => set({ from: e.currentTarget.value })} />
        <TextInput label="Last day" type="date" value={value.to} error={at('to')} onChange={(e) => set({ to: e.currentTarget.value })} />
      </div>
      <FormFoot form={form} verb="Record the delegation" fresh />
      <CloseButton close={close} />
    </form>
  );
}

function CloseButton({ close }: { readonly close: () => void }) {
  return <p><button type="button" className={css.plain} onClick={close}>Leave it as it is</button></p>;
}
