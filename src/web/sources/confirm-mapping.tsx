import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, asks, forget } from '../api/client.ts';
import type { Upload } from '../api/types.ts';
import { ownZone, useCompany } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { bytes, count, many } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Target, targetOf, type TargetChoice } from './target.tsx';
import { Findings } from './findings.tsx';
import { People } from './people.tsx';
import { type Persons, personsOf } from './persons.ts';
import { Steps } from './steps.tsx';
import { draftOf, mappingOf, missing, roleOf, roles, timesCarryZones, withRole, type Draft } from './mapping.ts';
import css from './sources.module.css';

interface ConfirmMappingProps {
  readonly upload: Upload;
  readonly search: { readonly log?: string | undefined; readonly process?: string | undefined };
  readonly onBack: () => void;
}

/** What the server guessed about a file, beside rows of it, for a person to correct and confirm. */
export function ConfirmMapping({ upload, search, onBack }: ConfirmMappingProps) {
  const company = useCompany();
  // Before a company is on record, the reader's own zone is the best guess; it stands there to be changed.
  const zone = company.known ? company.zone : ownZone();
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } }));
  const [draft, setDraft] = useState(() => draftOf(upload));
  const [chosenType, setObjectType] = useState('');
  const [said, setPersons] = useState<Persons>();
  const [choice, setChoice] = useState<TargetChoice>({ log: search.log ?? '', name: upload.name.replace(/(\.(csv|tsv|txt|xes|parquet|json|xml|sqlite|jsonocel|xmlocel))?(\.gz)?$/i, ''), process: search.process ?? '', zone: upload.guess?.zone ?? '', mode: undefined });
  const known = logs.data?.items ?? [];
  // What is added to cases of one type is read by that type.
  const knownType = choice.mode === 'append' ? known.find((l) => l.id === choice.log)?.objects?.flattenedBy : undefined;
  const objectType = knownType ?? chosenType;
  const persons = said ?? personsOf(upload, known.find((l) => l.id === choice.log));
  const target = targetOf(choice, known, zone);
  const gaps = [...(isTable(upload) ? missing(draft) : []), ...(upload.format === 'ocel' && objectType === '' ? ['Say which objects are the cases.'] : []), ...(persons.objectTypes.includes(objectType) ? [`“${objectType}” is ticked as people, and a person is not a case.`] : []), ...target.gaps];
  const begin = useBegin(upload, target.body, upload.format === 'ocel' ? { ...(objectType === '' ? {} : { objectType }), personal: { objectTypes: [...persons.objectTypes], attributes: [...persons.attributes] } } : isTable(upload) ? { mapping: mappingOf(draft) } : {});
  return (
    <>
      <PageHead title={upload.format === 'ocel' ? 'Confirm what the cases are' : 'Confirm the columns'} meta={<><Link to="/sources">Sources</Link> · {upload.name} · {bytes(upload.bytes)} · {formats[upload.format]}</>}>{upload.format === 'xes' ? 'An XES log says itself what its parts mean.' : upload.format === 'ocel' ? 'This log is about objects of several types.' : 'Is this what the columns mean?'}</PageHead>
      <Steps at={1} />
      {upload.doubts.length === 0 ? null : <div className={css.doubts}><b>{many(upload.doubts.length, 'thing to check', 'things to check')}</b><ul>{upload.doubts.map((d) => <li key={d}>{d}</li>)}</ul></div>}
      {isTable(upload) ? <Columns upload={upload} draft={draft} onChange={setDraft} /> : null}
      {upload.format === 'ocel' ? <ObjectType upload={upload} value={objectType} known={knownType} onChange={setObjectType} /> : null}
      {upload.format === 'ocel' ? <People upload={upload} persons={persons} onChange={setPersons} /> : null}
      <section><h2>Where it goes</h2><Target choice={choice} logs={known} zone={zone} hint={`${isTable(upload) && timesCarryZones(upload.sample, draft.time) ? 'The times below carry their own; this is for any that do not. ' : ''}Empty: ${!target.first ? 'the event log’s own' : company.known ? 'the company’s' : 'yours'}`} onChange={setChoice} /></section>
      {upload.findings === undefined ? null : <Findings findings={upload.findings} />}
      {upload.sample.length === 0 ? null : <section><h2>The first rows</h2><Sample upload={upload} draft={draft} /></section>}
      <div aria-live="polite">{gaps.length === 0 ? null : <ul>{gaps.map((g) => <li key={g}>{g}</li>)}</ul>}</div>
      {begin.error === null ? null : <ErrorState error={begin.error} />}
      <div className={css.row}><Button variant="filled" disabled={gaps.length > 0} loading={begin.isPending} onClick={() => begin.mutate()}>Bring it in</Button><Button onClick={onBack}>Choose another file</Button></div>
    </>
  );
}

const formats: Readonly<Record<Upload['format'], string>> = { csv: 'CSV', xes: 'XES', ocel: 'OCEL 2.0', parquet: 'Parquet' };

/** Whether somebody has to say what the columns mean. */
function isTable({ format }: Pick<Upload, 'format'>): boolean {
  return format === 'csv' || format === 'parquet';
}

/** The choice that makes cases of an object-centric log, with what each type would give. */
function ObjectType({ upload, value, known, onChange }: { readonly upload: Upload; readonly value: string; readonly known: string | undefined; readonly onChange: (type: string) => void }) {
  const types = upload.objectTypes ?? [];
  return (
    <section>
      <h2>Which objects are the cases?</h2>
      {known === undefined ? <p className={css.reading}>Every object and relation is kept. Questions about cases need one type: each object of it is a case, and an event that concerns several of them is counted for each.</p> : <p>The cases of this event log are objects of the type <b>{known}</b>.</p>}
      <DataTable caption="Object types, and what each would give" columns={typeColumns(known ?? value, known === undefined ? onChange : undefined)} rows={types} rowKey={(t) => t.name} narrow="lines" empty="The file has no objects." />
    </section>
  );
}

type ObjectChoice = NonNullable<Upload['objectTypes']>[number];

function typeColumns(value: string, onChange: ((type: string) => void) | undefined): readonly Column<ObjectChoice>[] {
  return [
    { key: 'name', head: 'Object type', cell: (t) => <Radio name="object-type" label={t.name} checked={value === t.name} disabled={t.cases === 0 || (onChange === undefined && value !== t.name)} onChange={() => onChange?.(t.name)} /> },
    { key: 'cases', head: 'Cases', numeric: true, cell: (t) => count(t.cases) },
    { key: 'events', head: 'Events in them', numeric: true, cell: (t) => count(t.events) },
    { key: 'objects', head: 'Objects, also without events', numeric: true, wideOnly: true, cell: (t) => count(t.objects) },
  ];
}

/** How the file is read, as confirmed: by its columns, or by what are cases and people. */
interface Confirmed {
  readonly mapping?: ReturnType<typeof mappingOf>;
  readonly objectType?: string;
  readonly personal?: { objectTypes: string[]; attributes: string[] };
}

function useBegin(upload: Upload, target: ReturnType<typeof targetOf>['body'], confirmed: Confirmed) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => answer(api.POST('/imports', { body: { upload: upload.id, ...target, ...confirmed } })),
    onSuccess: async (started) => { await forget(client, '/sources', '/event-logs'); await navigate({ to: '/sources/imports/$import', params: { import: started.id } }); },
  });
}

/** Which column plays which part. */
export function Columns({ upload, draft, onChange }: { readonly upload: Pick<Upload, 'columns'>; readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const names = upload.columns.map((c) => c.name);
  const set = (key: string, value: string) => onChange(withRole(draft, key, value));
  return (
    <section>
      <h2>What the columns mean</h2>
      <div className={css.grid}>
        {roles.map((r) => r.key === 'activity'
          ? <NativeSelect key={r.key} label={r.name} description={r.hint} value={draft.activity[0] ?? ''} onChange={(e) => onChange({ ...draft, activity: e.currentTarget.value === '' ? [] : [e.currentTarget.value, ...draft.activity.slice(1)] })} data={['', ...names]} />
          : <NativeSelect key={r.key} label={r.name} description={r.hint} value={draft[r.key] ?? ''} onChange={(e) => set(r.key, e.currentTarget.value)} data={r.needed ? ['', ...names] : [{ value: '', label: 'none' }, ...names]} />)}
        <TextInput label="Form of times" description="As %d/%m/%Y %H:%M; empty: as guessed row by row" value={draft.timeFormat} onChange={(e) => set('timeFormat', e.currentTarget.value)} />
        <TextInput label="Text that means missing" description="As ? or NULL" value={draft.nullText} onChange={(e) => set('nullText', e.currentTarget.value)} />
      </div>
      <Personal names={names} draft={draft} onChange={onChange} />
    </section>
  );
}

function Personal({ names, draft, onChange }: { readonly names: readonly string[]; readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const flip = (name: string, on: boolean) => onChange({ ...draft, personal: on ? [...draft.personal, name] : draft.personal.filter((p) => p !== name) });
  return (
    <fieldset className={css.switches} style={{ marginTop: 20 }}>
      <legend>Columns about people, kept only under a pseudonym</legend>
      {names.map((name) => <Checkbox key={name} label={name} checked={draft.personal.includes(name)} onChange={(e) => flip(name, e.currentTarget.checked)} />)}
    </fieldset>
  );
}

/** What of a file, or of a query, is shown beside the parts that its columns play. */
export type Seen = Pick<Upload, 'format' | 'name' | 'columns' | 'sample'>;

/** Some rows, each column under the part that it plays. */
export function Sample({ upload, draft }: { readonly upload: Seen; readonly draft: Draft }) {
  return <DataTable caption={`The first ${count(upload.sample.length)} rows of ${upload.name}`} columns={sampleColumns(upload, draft)} rows={upload.sample} narrow="scroll" rowKey={(_r, i) => String(i)} empty="The file shows no rows." />;
}

function sampleColumns(upload: Seen, draft: Draft): Column<Upload['sample'][number]>[] {
  const names = upload.columns.length > 0 ? upload.columns.map((c) => c.name) : Object.keys(upload.sample[0] ?? {});
  const role = (name: string) => (isTable(upload) ? (roleOf(draft, name) ?? '\u00a0') : '');
  return names.map((name) => ({ key: name, head: <>{name}<span className={css.role}>{role(name)}</span></>, cell: (row) => row[name] ?? <span className={css.quiet}>missing</span> }));
}
