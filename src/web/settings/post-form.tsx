import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../api/client.ts';
import { FormFoot } from './form/form-foot.tsx';
import { useRecordForm, type Held, type RecordForm } from './form/use-record-form.ts';
import { idFrom } from './ids.ts';
import { IdField, useTaken } from './person-form.tsx';
import { usePeople } from './people.ts';
import { postBody, postDraft, type DelegationRow, type HolderRow, type PostBody, type PostDraft } from './post-draft.ts';
import css from './settings.module.css';

const fields = ['id', 'name', 'reportsTo', 'holders.*.person', 'holders.*.from', 'holders.*.to', 'delegations.*.deputy', 'delegations.*.from', 'delegations.*.to', 'delegations.*.reason'];
const fieldNames: Record<string, string> = { reportsTo: 'reports to', delegations: 'who stands in', holders: 'who holds it' };

/** A post, to be added or put right: its name, whom it reports to, and every term as it is on record. */
export function PostForm({ record, done }: { readonly record: Held<PostBody> | null; readonly done: (id: string) => void }) {
  const client = useQueryClient();
  const taken = useTaken('/posts', record === null);
  const { posts } = usePeople();
  const idOf = (typed: PostDraft) => record?.id ?? (typed.id === '' ? idFrom(typed.name, taken) : typed.id);
  const form = useRecordForm<PostDraft, PostBody>({
    record, fields, draft: postDraft,
    // That two terms overlap is said of the later row; what has no place is said of the id, or of the post above.
    fieldOf: (place, fault) => (place === '' && record === null && /\bid\b/.test(fault.detail) ? 'id' : place.replace(/^((?:holders|delegations)\.\d+)$/, (_, row: string) => `${row}.from`)),
    read: async () => client.fetchQuery({ ...asks('/posts/{id}', { path: { id: record?.id ?? '' } }), staleTime: 0 }),
    send: async (typed, base) => answer(api.PUT('/posts/{id}', { params: { path: { id: idOf(typed) } }, body: { body: postBody(typed), expected: base?.version ?? null } })),
    saved: async (typed) => { await forget(client, '/posts', '/posts/{id}', '/me', '/today'); done(idOf(typed)); },
  });
  const { value, set, at } = form;
  const above = [{ value: '', label: 'Nobody' }, ...posts.filter((p) => p.id !== record?.id).map((p) => ({ value: p.id, label: p.body.name }))];
  return (
    <form onSubmit={form.submit} noValidate>
      <div className={css.form}>
        <TextInput label="Name of the post" autoComplete="off" placeholder="Head of Order Fulfilment" value={value.name} error={at('name')} onChange={(e) => set({ name: e.currentTarget.value })} />
        <NativeSelect label="Reports to" data={above} value={value.reportsTo} error={at('reportsTo')} onChange={(e) => set({ reportsTo: e.currentTarget.value })} />
        {record === null ? <IdField value={value.id} suggested={idFrom(value.name, taken)} error={at('id')} set={(id) => set({ id })} /> : null}
      </div>
      <HolderRows form={form} />
      <DelegationRows form={form} />
      <FormFoot form={form} verb={record === null ? 'Add this post' : 'Save'} fresh={record === null} fieldName={(f) => fieldNames[f] ?? f} />
    </form>
  );
}

type Part = { readonly form: RecordForm<PostDraft> };

/** Everybody on record, to choose from. */
export function usePersonChoices(): { value: string; label: string }[] {
  const { people } = usePeople();
  return [{ value: '', label: 'Choose a person' }, ...people.map((p) => ({ value: p.id, label: p.body.name })).sort((a, b) => (a.label < b.label ? -1 : 1))];
}

function HolderRows({ form: { value, set, at } }: Part) {
  const people = usePersonChoices();
  const change = (i: number, row: Partial<HolderRow>) => set({ holders: value.holders.map((h, j) => (i === j ? { ...h, ...row } : h)) });
  return (
    <fieldset className={css.set}>
      <legend>Who holds it</legend>
      <ul className={css.rows}>
        {value.holders.map((h, i) => (
          <li key={i}>
            <NativeSelect label="Person" data={people} value={h.person} error={at(`holders.${i}.person`)} onChange={(e) => change(i, { person: e.currentTarget.value })} />
            <TextInput label="First day" type="date" value={h.from} error={at(`holders.${i}.from`)} onChange={(e) => change(i, { from: e.currentTarget.value })} />
            <TextInput label="Last day" type="date" value={h.to} error={at(`holders.${i}.to`)} onChange={(e) => change(i, { to: e.currentTarget.value })} />
            <Button onClick={() => set({ holders: value.holders.filter((_, j) => j !== i) })}>Remove<span className="visually-hidden"> this holder</span></Button>
          </li>
        ))}
      </ul>
      <p><Button size="compact-sm" onClick={() => set({ holders: [...value.holders, { person: '', from: '', to: '' }] })}>Add a holder</Button></p>
    </fieldset>
  );
}

function DelegationRows({ form: { value, set, at } }: Part) {
  const people = usePersonChoices();
  const change = (i: number, row: Partial<DelegationRow>) => set({ delegations: value.delegations.map((d, j) => (i === j ? { ...d, ...row } : d)) });
  return (
    <fieldset className={css.set}>
      <legend>Who stands in</legend>
      <ul className={css.rows}>
        {value.delegations.map((d, i) => (
          <li key={i}>
            <NativeSelect label="Deputy" data={people} value={d.deputy} error={at(`delegations.${i}.deputy`)} onChange={(e) => change(i, { deputy: e.currentTarget.value })} />
            <TextInput label="First day" type="date" value={d.from} error={at(`delegations.${i}.from`)} onChange={(e) => change(i, { from: e.currentTarget.value })} />
            <TextInput label="Last day" type="date" value={d.to} error={at(`delegations.${i}.to`)} onChange={(e) => change(i, { to: e.currentTarget.value })} />
            <Button onClick={() => set({ delegations: value.delegations.filter((_, j) => j !== i) })}>Remove<span className="visually-hidden"> this deputy</span></Button>
          </li>
        ))}
      </ul>
      <p><Button size="compact-sm" onClick={() => set({ delegations: [...value.delegations, { deputy: '', from: '', to: '', reason: '' }] })}>Add a deputy</Button></p>
    </fieldset>
  );
}
