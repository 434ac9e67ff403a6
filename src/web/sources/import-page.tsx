import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useId, useRef, useState, type DragEvent } from 'react';
import { ApiProblem, isProblem } from '../api/problem.ts';
import type { Upload } from '../api/types.ts';
import { useMay } from '../app/session.ts';
import { takesLostFocus } from '../ui/focus.ts';
import { bytes } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { ConfirmMapping } from './confirm-mapping.tsx';
import { Sending } from './sending.tsx';
import { Steps } from './steps.tsx';
import css from './sources.module.css';

/** Brings a file in: it is sent, its columns are guessed and shown, and a person confirms before anything is kept. */
export function ImportPage() {
  return useMay('administrator', 'editor', 'contributor') ? <Importing /> : <NotYours />;
}

function NotYours() {
  return <><PageHead title="Bring in an event log" meta={<><Link to="/sources">Sources</Link> · Bring in an event log</>}>You may look at what is here, and bring nothing in.</PageHead><EmptyState title="An administrator, an editor or a contributor brings events in">Ask one of them; which post may do what is in Settings, Posts.</EmptyState></>;
}

function Importing() {
  const search = useSearch({ from: '/inside/sources/import' });
  const [sent, setSent] = useState(0);
  const [upload, setUpload] = useState<Upload>();
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: async (file: File) => { stop.current = new AbortController(); return sendFile(file, setSent, stop.current.signal); },
    onSuccess: setUpload,
  });
  if (upload !== undefined) return <ConfirmMapping upload={upload} search={search} onBack={() => { setUpload(undefined); send.reset(); }} />;
  return (
    <>
      <PageHead title="Bring in an event log" meta={<><Link to="/sources">Sources</Link> · Bring in an event log</>}>Which file has the events?</PageHead>
      <Steps at={0} />
      {send.isPending ? <Sending name={send.variables.name} sent={sent} total={send.variables.size} onCancel={() => stop.current?.abort()} /> : <FileChoice onFile={(file) => { setSent(0); send.mutate(file); }} />}
      {send.error === null || send.error.name === 'AbortError' ? null : <ErrorState error={send.error} />}
    </>
  );
}

function FileChoice({ onFile }: { readonly onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); const file = event.dataTransfer.files[0]; if (file !== undefined) onFile(file); };
  return (
    <div className={css.drop} data-over={over} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p id={hint}>CSV, TSV, XES, Parquet or OCEL 2.0 (JSON, XML, SQLite), also gzipped. What it is shows in the file itself. It is looked at first; nothing is kept until you confirm.</p>
      <input ref={input} type="file" aria-label="File with events" accept=".csv,.tsv,.txt,.xes,.parquet,.json,.jsonocel,.xml,.xmlocel,.sqlite,.db,.gz" className="visually-hidden" tabIndex={-1} onChange={(e) => { const file = e.currentTarget.files?.[0]; e.currentTarget.value = ''; if (file !== undefined) onFile(file); }} />
      <Button ref={takesLostFocus} variant="filled" aria-describedby={hint} onClick={() => input.current?.click()}>Choose a file</Button>
      <p className={css.quiet} style={{ margin: '12px 0 0' }}>or drop it here</p>
    </div>
  );
}

/** Sends a file with its progress, which fetch cannot tell. @throws ApiProblem, or AbortError where it was cancelled. */
async function sendFile(file: File, onProgress: (bytesSent: number) => void, signal: AbortSignal): Promise<Upload> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (e) => onProgress(e.loaded));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as Upload);
      else reject(isProblem(request.response) ? new ApiProblem(request.response) : new ApiProblem({ code: 'no-answer', title: 'No answer', status: request.status, detail: `The server answered ${request.status} to ${file.name}`, value: bytes(file.size) }));
    });
    request.addEventListener('error', () => reject(new TypeError('Failed to fetch')));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
