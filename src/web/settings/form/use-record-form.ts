import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { asProblem } from '../../api/problem.ts';
import { fieldProblems, noProblems, type FieldProblems } from './field-problems.ts';
import { rebase, same } from './rebase.ts';

/** A record with the version that a change starts from. */
export interface Held<B> {
  readonly id: string;
  readonly version: string;
  readonly body: B;
}

export interface RecordFormParts<D extends object, B> {
  /** As it was read; null: a new one. */
  readonly record: Held<B> | null;
  readonly draft: (body: B | null) => D;
  /** Sends what was typed, as a change of the version that it started from. */
  readonly send: (draft: D, base: Held<B> | null) => Promise<unknown>;
  /** Reads the record again, for the page as well, after somebody else changed it. */
  readonly read?: () => Promise<Held<B>>;
  /** The fields that are shown, `*` for any index. */
  readonly fields: readonly string[];
  readonly fieldOf?: Parameters<typeof fieldProblems>[2];
  readonly saved: (draft: D) => unknown;
}

export interface RecordForm<D extends object> {
  readonly value: D;
  readonly set: (change: Partial<D>) => void;
  readonly dirty: boolean;
  readonly undo: () => void;
  /** What is wrong with a field, as a sentence. */
  readonly at: (field: string) => string | undefined;
  readonly problems: FieldProblems;
  readonly error: unknown;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
  readonly busy: boolean;
  /** Somebody changed the record meanwhile: what was typed stays, and can be put on top of theirs. */
  readonly overtaken: boolean;
  readonly bringIn: () => void;
  /** Fields that both changed; what was typed stands. */
  readonly both: readonly string[] | null;
}

/** A form over one record: what was typed, the version it started from, what the server refused at which field, and what to do where somebody else was faster. */
export function useRecordForm<D extends object, B>({ record, draft, send, read, fields, fieldOf, saved }: RecordFormParts<D, B>): RecordForm<D> {
  const [base, setBase] = useState(record);
  const [value, setValue] = useState(() => draft(record?.body ?? null));
  const [both, setBoth] = useState<readonly string[] | null>(null);
  const dirty = !same(value, draft(base?.body ?? null));
  const save = useMutation({
    mutationFn: async (typed: D) => send(typed, base),
    onSuccess: async (_, typed) => { setBoth(null); await saved(typed); },
  });
  const again = useMutation({
    mutationFn: async () => read?.(),
    onSuccess: (theirs) => {
      if (theirs === undefined) return;
      const merged = rebase(draft(base?.body ?? null), value, draft(theirs.body));
      setBase(theirs);
      setValue(merged.value);
      setBoth(merged.both);
      save.reset();
    },
  });
  // Read again behind a form in which nothing was typed: the form shows what is on record now.
  if (record !== null && base !== null && record.version !== base.version && !dirty && !save.isPending) {
    setBase(record);
    setValue(draft(record.body));
  }
  const problem = save.error === null ? null : asProblem(save.error);
  const overtaken = problem?.code === 'changed-meanwhile' && base !== null && read !== undefined;
  const problems = problem === null || overtaken ? noProblems : fieldProblems(problem, fields, fieldOf);
  const sentFrom = useFirstFault(problems);
  return {
    value, dirty, both, overtaken, problems, error: overtaken ? again.error : (save.error ?? again.error), busy: save.isPending || again.isPending,
    set: (change) => setValue((now) => ({ ...now, ...change })),
    undo: () => { setValue(draft(base?.body ?? null)); setBoth(null); save.reset(); },
    at: (field) => problems.at.get(field),
    submit: (event) => { event.preventDefault(); sentFrom(event.currentTarget); save.mutate(value); },
    bringIn: () => again.mutate(),
  };
}

/** After a refusal the first field that is wrong has the focus. */
function useFirstFault(problems: FieldProblems): (from: HTMLFormElement) => void {
  const form = useRef<HTMLFormElement | null>(null);
  const key = [...problems.at].join();
  useEffect(() => { if (key !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); }, [key]);
  return (from) => { form.current = from; };
}
