import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/client.ts';
import { isZone } from '../../maths/time/index.ts';
import type { EventLog } from '../api/types.ts';
import css from './sources.module.css';

export interface TargetChoice {
  /** The event log that takes the file; empty for a new one. */
  readonly log: string;
  readonly name: string;
  readonly process: string;
  /** Of times that carry none; empty for the company's, or for that of an event log which has data. */
  readonly zone: string;
  readonly mode: 'replace' | 'append' | undefined;
}

/**
 * The id of a new event log, from its name.
 * @example slug('Orders (Leeds) 2026') // 'orders-leeds-2026'
 */
export function slug(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
}

/** What the import is asked to do, and what still has to be said. A log that has a version needs its mode stated. */
export function targetOf(choice: TargetChoice, logs: readonly Pick<EventLog, 'id' | 'version'>[], companyZone: string) {
  const existing = logs.find((l) => l.id === choice.log);
  const id = choice.log === '' ? slug(choice.name) : choice.log;
  const first = existing === undefined || existing.version === null;
  const said = choice.zone.trim();
  // A log is read on as it was: the server knows its zone, and asks for one where it has none and a time needs it.
  const zone = said === '' && first ? companyZone : said;
  const gaps = [
    ...(choice.log === '' && id === '' ? ['Give the event log a name.'] : []),
    ...(choice.log === '' && logs.some((l) => l.id === id) ? [`There is already an event log “${id}”: choose it, or give this one another name.`] : []),
    ...(zone === '' || isZone(zone) ? [] : [`“${zone}” is no zone: name one as Europe/Amsterdam.`]),
    ...(!first && choice.mode === undefined ? ['Say whether the file replaces what is there or adds to it.'] : []),
  ];
  const body = { eventLog: id, ...(zone === '' ? {} : { zone }), mode: choice.mode ?? ('replace' as const), ...(choice.log === '' ? { name: choice.name } : {}), ...(choice.process === '' ? {} : { process: choice.process }) };
  return { body, gaps, first };
}

interface TargetProps {
  readonly choice: TargetChoice;
  readonly logs: readonly EventLog[];
  /** What an empty zone means, and what that is said to be. */
  readonly zone: string;
  readonly hint: string;
  readonly onChange: (choice: TargetChoice) => void;
}

/** Which event log takes the file, which process it records, and whether it replaces or adds. */
export function Target({ choice, logs, zone, hint, onChange }: TargetProps) {
  const processes = useQuery(asks('/processes', { query: { limit: 500 } }));
  const { first } = targetOf(choice, logs, zone);
  return (
    <div className={css.grid}>
      <NativeSelect label="Event log" value={choice.log} onChange={(e) => onChange({ ...choice, log: e.currentTarget.value, mode: undefined })} data={[{ value: '', label: 'A new one' }, ...logs.map((l) => ({ value: l.id, label: l.name }))]} />
      {choice.log === '' ? <TextInput label="Its name" value={choice.name} onChange={(e) => onChange({ ...choice, name: e.currentTarget.value })} /> : null}
      {choice.log === '' ? <NativeSelect label="Process that it records" value={choice.process} onChange={(e) => onChange({ ...choice, process: e.currentTarget.value })} data={[{ value: '', label: 'Not said yet' }, ...(processes.data?.items ?? []).map((p) => ({ value: p.id, label: p.body.name }))]} /> : null}
      <TextInput label="Zone of times that carry none" description={hint} placeholder={first ? zone : ''} value={choice.zone} onChange={(e) => onChange({ ...choice, zone: e.currentTarget.value })} />
      {first ? null : (
        <Radio.Group label="What is there already" value={choice.mode ?? ''} onChange={(mode) => onChange({ ...choice, mode: mode as 'replace' | 'append' })}>
          <Radio value="append" label="Add to it; events already there are recognised" mt={6} /><Radio value="replace" label="Replace it; the old version is kept where a brief cites it" mt={6} />
        </Radio.Group>
      )}
    </div>
  );
}
