import { Button, FileInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, forget } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { idFrom } from '../../settings/ids.ts';
import { bytes, many } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import { AsWhat, targetOf } from './as-what.tsx';
import type { Kept } from './kept.tsx';
import css from './model.module.css';
import { Findings } from './stored.tsx';
import { formatWords, listed } from './words.ts';

const LARGEST_BYTES = 1_000_000;

/** A file that was read and checked, before it is kept. */
interface Chosen { readonly text: string; readonly file: string }

/** Brings in a model as a file: checked first, kept when its name is given. */
export function UploadModel({ log, process, kept }: { readonly log: EventLog; readonly process: string; readonly kept: readonly Kept[] }) {
  const [file, setFile] = useState<File | null>(null);
  const [said, setName] = useState<string>();
  const [as, setAs] = useState('');
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/flow' });
  const check = useMutation({ mutationFn: async (chosen: Chosen) => ({ ...chosen, read: await answer(api.POST('/process-models/check', { body: { model: chosen.text, file: chosen.file } })) }) });
  const old = kept.find((k) => k.id === as);
  const name = old?.name ?? (said ?? file?.name.replace(/\.(bpmn|pnml|xml|txt|ptml|tree)$/i, '') ?? '').trim();
  const keep = useMutation({
    mutationFn: async (model: string) => { const { id, expected } = targetOf(old, idFrom(name, kept.map((k) => k.id))); return answer(api.PUT('/process-models/{id}', { params: { path: { id } }, body: { expected, body: { name, process, model } } })); },
    onSuccess: async (made) => {
      setFile(null); setName(undefined); setAs(''); check.reset();
      await forget(client, '/event-logs/{id}/models', '/process-models/{id}/read');
      await navigate({ search: (now) => ({ ...now, model: made.id, modelVersion: undefined }), resetScroll: false });
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen); check.reset(); keep.reset();
    if (chosen !== null && chosen.size <= LARGEST_BYTES) void chosen.text().then((text) => check.mutate({ text, file: chosen.name }));
  };
  const read = check.data?.read;
  const serious = read?.findings.some((f) => f.serious) ?? false;
  return (
    <>
      <h3>Bring in a model</h3>
      <FileInput label="BPMN, PNML or a process tree" description={`A file of at most ${bytes(LARGEST_BYTES)} that says how ${log.name} should flow`} accept=".bpmn,.pnml,.xml,.txt,.ptml,.tree" placeholder="Choose a file" value={file} onChange={choose} clearable maw={420} />
      {file !== null && file.size > LARGEST_BYTES ? <p role="alert" className={css.more}>The file has {bytes(file.size)}; a model may have at most {bytes(LARGEST_BYTES)}.</p> : null}
      {check.error === null ? null : <ErrorState error={check.error} />}
      {read === undefined ? null : (
        <>
          <output className={css.more}>A {formatWords(read.format)} with {many(read.activities.length, 'activity', 'activities').toLowerCase()}: {listed(read.activities, 'and')}.{serious ? ' It cannot be kept:' : read.findings.length > 0 ? ' It can be kept, but look at this first:' : ''}</output>
          <Findings findings={read.findings} />
          {serious ? null : (
            <form className={css.form} onSubmit={(e) => { e.preventDefault(); keep.mutate(check.data?.text ?? ''); }}>
              <AsWhat kept={kept} value={as} onChange={setAs} />
              {old === undefined ? <TextInput label="Name" value={said ?? name} onChange={(e) => setName(e.currentTarget.value)} /> : null}
              <Button type="submit" disabled={name === ''} loading={keep.isPending}>Keep this model</Button>
            </form>
          )}
        </>
      )}
      {keep.error === null ? null : <ErrorState error={keep.error} />}
    </>
  );
}
