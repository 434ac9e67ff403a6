import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { asks } from '../../api/client.ts';
import type { EventLog, GetPath } from '../../api/types.ts';
import { ownZone, useCompany, useMay } from '../../app/session.ts';
import { firstField } from '../form/disclose.tsx';
import { FormFoot } from '../form/form-foot.tsx';
import { fieldOrder } from '../form/order.ts';
import { useRecordForm, type Held } from '../form/use-record-form.ts';
import { idFrom } from '../ids.ts';
import { usePeople } from '../people.ts';
import { fresh, processDraft, type ProcessBody, type ProcessDraft } from './draft.ts';
import { Completion, HoursFields, MoreFields, SinceWhen, type Part } from './process-fields.tsx';
import { saveProcess } from './save.ts';
import css from '../settings.module.css';

const fields = ['name', 'case', 'function', 'owner', 'zone', 'calendar', 'hours', 'ends', 'target', 'closedAfter', 'delayCostAnHour', 'from', 'newFunction.name', 'newFunction.criticality', 'newPost.name'];
const fieldNames: Readonly<Record<string, string>> = { case: 'one case', owner: 'who answers for it', log: 'event log', calendar: 'working hours', days: 'working hours', opens: 'working hours', closes: 'working hours', ends: 'what completes a case', target: 'on time', closedAfter: 'over when silent', delayLow: 'cost of delay', delayHigh: 'cost of delay', currency: 'cost of delay', since: 'since when' };

interface ProcessFormProps {
  readonly record: Held<ProcessBody> | null;
  readonly logs: readonly EventLog[];
  /** The event log that records it, or that it is recorded for. */
  readonly log: string;
  readonly done: (id: string) => void;
}

/** A process, to be recorded or changed: what it is called, who answers for it, and what of its event log counts. */
export function ProcessForm({ record, logs, log, done }: ProcessFormProps) {
  const client = useQueryClient();
  const company = useCompany();
  const frame = useRef<HTMLFormElement>(null);
  const kept = useRef(record);
  useEffect(() => firstField(frame.current)?.focus(), []);
  const taken = { process: useTaken('/processes'), function: useTaken('/functions'), post: useTaken('/posts') };
  const idOf = (kind: keyof typeof taken, name: string) => idFrom(name, taken[kind]) || idFrom(kind, taken[kind]);
  const name = logs.find((l) => l.id === log)?.name;
  const form = useRecordForm<ProcessDraft, ProcessBody>({
    record, fields,
    draft: (body) => processDraft(body, { name, log, zone: company.known ? company.zone : ownZone(), currency: company.currency }),
    fieldOf: (place) => place.replace(/^(hours|delayCostAnHour|ends)\..*$/, '$1'),
    read: async () => client.fetchQuery({ ...asks('/processes/{id}', { path: { id: record?.id ?? '' } }), staleTime: 0 }),
    send: async (typed, base) => saveProcess(typed, {
      client, id: kept.current?.id ?? idOf('process', typed.name), base: base ?? kept.current, log: record === null ? '' : log,
      ids: { function: idOf('function', typed.functionName), post: idOf('post', typed.ownerName) },
      made: (change) => form.set(change), kept: (process) => { kept.current = process; },
    }),
    // A process is in figures, pages and today's sheet: everything is asked again.
    saved: async (typed) => { await client.invalidateQueries(); notifications.show({ message: `${typed.name.trim()} is on record.` }); done(kept.current?.id ?? ''); },
  });
  return (
    <form ref={frame} onSubmit={form.submit} noValidate>
      <Named form={form} logs={logs} />
      <Answering form={form} />
      <Completion form={form} />
      <HoursFields form={form} />
      <MoreFields form={form} />
      {record === null ? null : <SinceWhen form={form} />}
      <FormFoot form={form} verb={record === null ? 'Record this process' : 'Save'} fresh={record === null} fieldName={(f) => fieldNames[f] ?? f} />
    </form>
  );
}

/** Ids that are or were in use. */
function useTaken(path: GetPath & ('/processes' | '/functions' | '/posts')): string[] {
  const now = useQuery(asks(path, { query: { limit: 500 } })).data?.items ?? [];
  const retired = useQuery(asks(path, { query: { retired: 'true', limit: 500 } })).data?.items ?? [];
  return [...now, ...retired].map((r) => r.id);
}

function Named({ form: { value, set, at }, logs }: Part & { readonly logs: readonly EventLog[] }) {
  const processes = useQuery(asks('/processes', { query: { limit: 500 } })).data?.items ?? [];
  const label = (l: EventLog) => (l.process === null ? l.name : `${l.name}, now of ${processes.find((p) => p.id === l.process)?.name ?? l.process}`);
  return (
    <div className={css.form}>
      <TextInput {...fieldOrder} label="What is this process called?" autoComplete="off" placeholder="Order to cash" value={value.name} error={at('name')} onChange={(e) => set({ name: e.currentTarget.value })} />
      <TextInput {...fieldOrder} label="What is one case of it?" autoComplete="off" placeholder="order" description="In the singular: order, claim, ticket. Sentences use this word." value={value.case} error={at('case')} onChange={(e) => set({ case: e.currentTarget.value })} />
      <NativeSelect {...fieldOrder} className={css.whole ?? ''} label="Which event log records it?" value={value.log} data={[{ value: '', label: 'None yet' }, ...logs.map((l) => ({ value: l.id, label: label(l) }))]} onChange={(e) => set({ log: e.currentTarget.value })} />
    </div>
  );
}

const critical = [
  { value: '', label: 'Choose one' },
  { value: 'critical', label: 'Critical: customers or the law feel its loss the same day' },
  { value: 'important', label: 'Important: they feel it within a week' },
  { value: 'standard', label: 'Standard: later' },
];

function Answering({ form: { value, set, at } }: Part) {
  const functions = useQuery(asks('/functions', { query: { limit: 500 } })).data?.items ?? [];
  const { posts } = usePeople();
  const administrator = useMay('administrator');
  const named = (all: readonly { readonly id: string; readonly name: string }[], one: string, add: boolean) => [{ value: '', label: 'Choose one' }, ...all.map((r) => ({ value: r.id, label: r.name })), ...(add ? [{ value: fresh, label: one }] : [])];
  return (
    <div className={css.form}>
      <NativeSelect {...fieldOrder} label="Which function does it?" description="What the business does, whoever does it: Fulfil orders." value={value.function} error={at('function')} data={named(functions, 'One that is not listed yet …', true)} onChange={(e) => set({ function: e.currentTarget.value })} />
      <NativeSelect {...fieldOrder} label="Which post answers for it?" description={administrator ? 'A post stays when people change.' : 'A post stays when people change. One that is missing here an administrator adds in Settings, Posts.'} value={value.owner} error={at('owner')} data={named(posts, 'One that is not listed yet …', administrator)} onChange={(e) => set({ owner: e.currentTarget.value })} />
      {value.function === fresh ? <TextInput label="Name of the function" autoComplete="off" placeholder="Fulfil orders" value={value.functionName} error={at('newFunction.name')} onChange={(e) => set({ functionName: e.currentTarget.value })} /> : null}
      {value.function === fresh ? <NativeSelect label="How much does the business need it?" value={value.criticality} error={at('newFunction.criticality')} data={critical} onChange={(e) => set({ criticality: e.currentTarget.value })} /> : null}
      {value.owner === fresh ? <TextInput {...fieldOrder} className={css.whole ?? ''} label="Name of the post" autoComplete="off" placeholder="Head of Order Fulfilment" description="Who holds it is said afterwards, in Settings, Posts." value={value.ownerName} error={at('newPost.name')} onChange={(e) => set({ ownerName: e.currentTarget.value })} /> : null}
    </div>
  );
}
