import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { answer, api, asks, forget } from '../../api/client.ts';
import type { EventLog, Get } from '../../api/types.ts';
import { idFrom } from '../../settings/ids.ts';
import { ErrorState } from '../../ui/states.tsx';
import { useChoices } from '../filter-bar.tsx';
import { KINDS, type Rule, type RuleDraft, type RuleKind, ruleOf, type Within, WITHINS } from './draft.ts';
import css from './conformance.module.css';
import flow from '../flow.module.css';

interface RuleFormProps {
  readonly log: EventLog;
  readonly query: object;
  readonly rules: Get<'/event-logs/{id}/rules'>;
  readonly may: boolean;
  readonly onClose: () => void;
}

const empty: RuleDraft = { kind: 'only-after', first: '', second: '', within: 'any', hours: '8', times: '1' };

/** A rule in plain words, counted on the cases in view while it is made; recorded only when its reader says so. Escape closes it. */
export function RuleForm({ log, query, rules, may, onClose }: RuleFormProps) {
  const client = useQueryClient();
  const { activities } = useChoices(log);
  const [draft, setDraft] = useState(empty);
  const [name, setName] = useState('');
  const taken = useQuery({ ...asks('/process-rules', { query: { limit: 500 } }), enabled: may }).data?.items.map((r) => r.id) ?? [];
  const rule = ruleOf(draft);
  const id = idFrom(name, taken);
  const save = useMutation({
    mutationFn: async (made: Rule) => answer(api.PUT('/process-rules/{id}', { params: { path: { id } }, body: { expected: null, body: { name: name.trim(), process: rules.process?.id ?? '', rule: made } } })),
    onSuccess: async () => { await forget(client, '/event-logs/{id}/rules', '/process-rules'); onClose(); },
  });
  const set = (change: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...change }));
  const keys = (event: KeyboardEvent) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } };
  const [first, second] = KINDS.find((k) => k.value === draft.kind)?.activities ?? [];
  const choices = [{ value: '', label: 'Choose an activity' }, ...activities.map((a) => ({ value: a, label: a }))];
  const withins = WITHINS.filter((w) => w.value !== 'working' || rules.workingHours);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from any of its fields
    <form className={`${flow.form} ${css.ruleForm}`} aria-label="A new rule" onKeyDown={keys} onSubmit={(e) => { e.preventDefault(); if (rule !== undefined && may) save.mutate(rule); }}>
      <NativeSelect ref={focused} label="What must be so" value={draft.kind} data={KINDS.map(({ value, label }) => ({ value, label }))} onChange={(e) => set({ kind: e.currentTarget.value as RuleKind })} />
      <NativeSelect label={first} value={draft.first} data={choices} onChange={(e) => set({ first: e.currentTarget.value })} />
      {second === undefined ? null : <NativeSelect label={second} value={draft.second} data={choices.filter((c) => c.value === '' || c.value !== draft.first)} onChange={(e) => set({ second: e.currentTarget.value })} />}
      {draft.kind === 'follows' ? <NativeSelect label="When" value={draft.within} data={withins} onChange={(e) => set({ within: e.currentTarget.value as Within })} /> : null}
      {draft.kind === 'follows' && (draft.within === 'hours' || draft.within === 'working') ? <TextInput label={draft.within === 'working' ? 'Working hours' : 'Hours'} inputMode="decimal" value={draft.hours} onChange={(e) => set({ hours: e.currentTarget.value })} /> : null}
      {draft.kind === 'at-most' ? <TextInput label="Times in a case" inputMode="numeric" value={draft.times} onChange={(e) => set({ times: e.currentTarget.value })} /> : null}
      <Live log={log} query={query} rule={rule} />
      {may ? <TextInput label="Name of the rule" autoComplete="off" placeholder="Credit before shipping" value={name} onChange={(e) => setName(e.currentTarget.value)} /> : null}
      <div className={`${flow.buttons} ${css.wide}`}>{may ? <Button type="submit" variant="filled" disabled={rule === undefined || id === ''} loading={save.isPending}>Record this rule</Button> : null}<Button onClick={onClose}>Close</Button></div>
      {save.error === null ? null : <div className={flow.several}><ErrorState error={save.error} /></div>}
    </form>
  );
}

/** What the rule says of the cases in view, as it stands. */
function Live({ log, query, rule }: { readonly log: EventLog; readonly query: object; readonly rule: Rule | undefined }) {
  const [asked] = useDebouncedValue(rule === undefined ? undefined : JSON.stringify(rule), 250);
  const found = useQuery({ ...asks('/event-logs/{id}/rule-check', { path: { id: log.id }, query: { ...query, rule: asked ?? '' } }), enabled: asked !== undefined, placeholderData: keepPreviousData });
  const { data } = found;
  return (
    <div className={css.live} aria-live="polite" aria-busy={found.isFetching}>
      {asked === undefined || rule === undefined ? <small>Choose, and the cases in view are counted at once.</small> : found.error !== null ? <ErrorState error={found.error} /> : data === undefined || asked !== JSON.stringify(rule) || found.isPlaceholderData ? <small>Counting…</small> : <>{data.answer?.words ?? `${data.why?.detail ?? ''}.`}<small>{data.words}{data.why?.wanted == null ? '' : ` Wanted: ${data.why.wanted}.`}</small></>}
    </div>
  );
}

function focused(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
}
