import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api, forget } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import { ErrorState } from '../../ui/states.tsx';
import { fieldProblems, noProblems } from '../../settings/form/field-problems.ts';
import css from '../sources.module.css';

interface AllowRangeProps {
  /** The address or range that is proposed; empty where it is to be typed. */
  readonly range: string;
  readonly onAllowed?: () => void;
}

/** Lets an administrator allow connections to a range inside the network, with the reason on record. */
export function AllowRange({ range: proposed, onAllowed }: AllowRangeProps) {
  const client = useQueryClient();
  const [range, setRange] = useState(proposed);
  const [reason, setReason] = useState('');
  const allow = useMutation({ mutationFn: async () => answer(api.POST('/allowed-ranges', { body: { range: range.trim(), reason } })), onSuccess: async () => { setReason(''); await forget(client, '/allowed-ranges'); onAllowed?.(); } });
  const problems = allow.error === null ? noProblems : fieldProblems(asProblem(allow.error), ['range', 'reason']);
  const submit = (event: FormEvent) => { event.preventDefault(); allow.mutate(); };
  return (
    <form className={css.fields} onSubmit={submit} noValidate>
      <TextInput label="Address or range" placeholder="10.20.0.0/16" value={range} error={problems.at.get('range')} onChange={(e) => setRange(e.currentTarget.value)} />
      <TextInput label="Why it is needed" placeholder="The ticket database" maxLength={500} value={reason} error={problems.at.get('reason')} onChange={(e) => setReason(e.currentTarget.value)} />
      <Button type="submit" loading={allow.isPending} disabled={range.trim() === '' || reason.trim() === ''}>Allow it</Button>
      {allow.error === null || problems.at.size > 0 ? null : <ErrorState error={allow.error} />}
    </form>
  );
}
