import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { answer, api, asks } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { companyBody, companyDraft, currencyChoices, monthChoices, zoneChoices, type CompanyBody, type CompanyDraft } from './company-draft.ts';
import { firstField } from './form/disclose.tsx';
import { FormFoot } from './form/form-foot.tsx';
import { fieldOrder } from './form/order.ts';
import { useRecordForm, type Held, type RecordForm } from './form/use-record-form.ts';
import css from './settings.module.css';

const fields = ['name', 'zone', 'currency', 'fiscalYearStart', 'posts.ceo', 'posts.coo', 'posts.cio', 'discountRate.rate', 'priceBase', 'rates', 'rates.*.currency', 'rates.*.rate', 'rates.*.on', 'asOf'];
const fieldNames: Record<string, string> = { month: 'fiscal year', day: 'fiscal year', rate: 'discount rate', terms: 'discount rate', priceBase: 'price base', rates: 'exchange rates', asOf: 'shown as of', ceo: 'chief executive', coo: 'operations', cio: 'technology' };

interface CompanyFormProps {
  readonly record: Held<CompanyBody> | null;
  readonly posts: readonly Item<'/posts'>[];
  readonly done: () => void;
}

/** The company's settings, to be changed. */
export function CompanyForm({ record, posts, done }: CompanyFormProps) {
  const client = useQueryClient();
  const frame = useRef<HTMLFormElement>(null);
  const change = record !== null;
  useEffect(() => { if (change) firstField(frame.current)?.focus(); }, [change]);
  const [since, setSince] = useState<'ever' | 'now'>('ever');
  const [here] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const form = useRecordForm<CompanyDraft, CompanyBody>({
    record, fields,
    draft: (body) => companyDraft(body, here),
    read: async () => client.fetchQuery({ ...asks('/company'), staleTime: 0 }),
    send: async (typed, base) => answer(api.PUT('/company', { body: { body: companyBody(typed, base?.body ?? null), expected: base?.version ?? null, ...(since === 'now' && base !== null ? { from: new Date().toISOString() } : {}) } })),
    // Zone, money and the pinned time are in every figure: everything is asked again.
    saved: async () => { await client.invalidateQueries(asks('/company')); void client.invalidateQueries(); notifications.show({ message: 'The company’s settings are saved.' }); done(); },
  });
  return (
    <form ref={frame} onSubmit={form.submit} noValidate>
      <h2>Settings</h2>
      <General form={form} />
      <h2>Accountable posts</h2>
      <Officers form={form} posts={posts} />
      <h2>Money over time</h2>
      <Money form={form} />
      {record === null ? null : (
        <Radio.Group className={css.choice} label="Since when is it so?" value={since} onChange={(v) => setSince(v as 'ever' | 'now')}>
          <div className={css.inline}><Radio value="ever" label="Always: what was on record was wrong" /><Radio value="now" label="From now on: things have changed" /></div>
        </Radio.Group>
      )}
      <FormFoot form={form} verb={record === null ? 'Record the company' : 'Save'} fresh={record === null} fieldName={(f) => fieldNames[f] ?? f} />
      {record === null ? null : <p><button type="button" className={css.plain} onClick={done}>Leave it as it is</button></p>}
    </form>
  );
}

type Part = { readonly form: RecordForm<CompanyDraft> };

function General({ form: { value, set, at } }: Part) {
  return (
    <div className={css.form}>
      <TextInput className={css.whole ?? ''} label="Name" value={value.name} error={at('name')} onChange={(e) => set({ name: e.currentTarget.value })} />
      <NativeSelect label="Time zone" value={value.zone} error={at('zone')} data={zoneChoices(value.zone)} onChange={(e) => set({ zone: e.currentTarget.value })} />
      <NativeSelect label="Currency" value={value.currency} error={at('currency')} data={currencyChoices()} onChange={(e) => set({ currency: e.currentTarget.value })} />
      <NativeSelect label="Fiscal year begins in" value={value.month} error={at('fiscalYearStart')} data={monthChoices} onChange={(e) => set({ month: e.currentTarget.value })} />
      <TextInput label="on day" inputMode="numeric" value={value.day} error={at('fiscalYearStart') === undefined ? undefined : 'Wanted: a day from 1 to 31.'} onChange={(e) => set({ day: e.currentTarget.value })} />
      <TextInput {...fieldOrder} className={css.whole ?? ''} label="Shown as of" type="datetime-local" description={`On the clock of ${value.zone.replaceAll('_', ' ')}. Empty: now. Only an example company stands still.`} value={value.asOf} error={at('asOf')} onChange={(e) => set({ asOf: e.currentTarget.value })} />
    </div>
  );
}

const officers = [['ceo', 'Chief executive'], ['coo', 'Operations'], ['cio', 'Technology']] as const;

function Officers({ form: { value, set, at }, posts }: Part & Pick<CompanyFormProps, 'posts'>) {
  const choices = [{ value: '', label: 'Choose a post' }, ...posts.map((p) => ({ value: p.id, label: p.body.name }))];
  return <div className={css.form}>{officers.map(([key, name]) => <NativeSelect key={key} label={name} value={value[key]} error={at(`posts.${key}`)} data={choices} onChange={(e) => set({ [key]: e.currentTarget.value })} />)}</div>;
}

function Money({ form: { value, set, at } }: Part) {
  return (
    <>
      <div className={css.form}>
        <TextInput {...fieldOrder} label="Discount rate, % a year" inputMode="decimal" description="Empty: none; nothing is assumed." value={value.rate} error={at('discountRate.rate')} onChange={(e) => set({ rate: e.currentTarget.value })} />
        <NativeSelect {...fieldOrder} label="The rate is" description="Real rates are without inflation." value={value.terms} data={[{ value: 'nominal', label: 'nominal' }, { value: 'real', label: 'real' }]} onChange={(e) => set({ terms: e.currentTarget.value as CompanyDraft['terms'] })} />
        <TextInput {...fieldOrder} label="Price base" type="date" description="The day whose prices real money is in." value={value.priceBase} error={at('priceBase')} onChange={(e) => set({ priceBase: e.currentTarget.value })} />
      </div>
      <Rates value={value} set={set} at={at} />
    </>
  );
}

function Rates({ value, set, at }: Pick<RecordForm<CompanyDraft>, 'value' | 'set' | 'at'>) {
  const change = (i: number, row: Partial<CompanyDraft['rates'][number]>) => set({ rates: value.rates.map((r, j) => (i === j ? { ...r, ...row } : r)) });
  return (
    <>
      {value.rates.length === 0 ? null : (
        <ul className={css.rows}>
          {value.rates.map((r, i) => (
            <li key={i}>
              <NativeSelect label="One unit of" value={r.currency} error={at(`rates.${i}.currency`)} data={currencyChoices()} onChange={(e) => change(i, { currency: e.currentTarget.value })} />
              <TextInput label={`is worth, ${value.currency}`} inputMode="decimal" value={r.rate} error={at(`rates.${i}.rate`)} onChange={(e) => change(i, { rate: e.currentTarget.value })} />
              <TextInput label="on" type="date" value={r.on} error={at(`rates.${i}.on`)} onChange={(e) => change(i, { on: e.currentTarget.value })} />
              <Button onClick={() => set({ rates: value.rates.filter((_, j) => j !== i) })}>Remove<span className="visually-hidden"> the rate of {r.currency}</span></Button>
            </li>
          ))}
        </ul>
      )}
      {at('rates') === undefined ? null : <p className={css.wrong}>{at('rates')}</p>}
      <p><Button size="compact-sm" onClick={() => set({ rates: [...value.rates, { currency: '', rate: '', on: '' }] })}>Add an exchange rate</Button></p>
    </>
  );
}
