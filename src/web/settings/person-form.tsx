import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../api/client.ts';
import type { Get } from '../api/types.ts';
import { FormFoot } from './form/form-foot.tsx';
import { fieldOrder } from './form/order.ts';
import { useRecordForm, type Held } from './form/use-record-form.ts';
import { idFrom } from './ids.ts';
import { usePeople } from './people.ts';
import css from './settings.module.css';

type PersonBody = Get<'/people/{id}'>['body'];
interface PersonDraft { readonly name: string; readonly email: string; readonly id: string }

const fieldNames: Record<string, string> = { name: 'name', email: 'e-mail address' };

/** A person's name and address, to be added or changed. */
export function PersonForm({ record, done }: { readonly record: Held<PersonBody> | null; readonly done: (id: string) => void }) {
  const client = useQueryClient();
  const taken = useTaken('/people', record === null);
  const idOf = (typed: PersonDraft) => record?.id ?? (typed.id === '' ? idFrom(typed.name, taken) : typed.id);
  const form = useRecordForm<PersonDraft, PersonBody>({
    record, fields: ['name', 'email', 'id'],
    // An id that is not good comes back without a place, with itself as the value.
    fieldOf: (place, fault) => (place === '' && record === null && /\bid\b/.test(fault.detail) ? 'id' : place),
    draft: (body) => ({ name: body?.name ?? '', email: body?.email ?? '', id: '' }),
    read: async () => client.fetchQuery({ ...asks('/people/{id}', { path: { id: record?.id ?? '' } }), staleTime: 0 }),
    send: async (typed, base) => answer(api.PUT('/people/{id}', { params: { path: { id: idOf(typed) } }, body: { body: personBody(typed), expected: base?.version ?? null } })),
    saved: async (typed) => { await forget(client, '/people', '/people/{id}'); done(idOf(typed)); },
  });
  const { value, set, at } = form;
  return (
    <form onSubmit={form.submit} noValidate>
      <div className={css.form}>
        <TextInput label="Name" autoComplete="off" value={value.name} error={at('name')} onChange={(e) => set({ name: e.currentTarget.value })} />
        <TextInput {...fieldOrder} label="E-mail address" type="email" autoComplete="off" description="For signing in and for briefs; may be empty." value={value.email} error={at('email')} onChange={(e) => set({ email: e.currentTarget.value })} />
        {record === null ? <IdField value={value.id} suggested={idFrom(value.name, taken)} error={at('id')} set={(id) => set({ id })} /> : null}
      </div>
      <FormFoot form={form} verb={record === null ? 'Add this person' : 'Save'} fresh={record === null} fieldName={(f) => fieldNames[f] ?? f} />
    </form>
  );
}

function personBody({ name, email }: PersonDraft) {
  return { name: name.trim(), ...(email.trim() === '' ? {} : { email: email.trim().toLowerCase() }) };
}

/** Ids that are or were in use. */
export function useTaken(path: '/people' | '/posts', enabled: boolean): string[] {
  const { people, posts } = usePeople();
  const retired = useQuery({ ...asks(path, { query: { retired: 'true', limit: 500 } }), enabled }).data?.items ?? [];
  return [...(path === '/people' ? people : posts), ...retired].map((r) => r.id);
}

interface IdFieldProps { readonly value: string; readonly suggested: string; readonly error: string | undefined; readonly set: (id: string) => void }

/** The id of a new record: made from its name unless the reader wants another. */
export function IdField({ value, suggested, error, set }: IdFieldProps) {
  return <TextInput {...fieldOrder} label="Id in files and addresses" autoComplete="off" spellCheck={false} description="Never changes and is never used again." placeholder={suggested} value={value} error={error} onChange={(e) => set(e.currentTarget.value)} />;
}
