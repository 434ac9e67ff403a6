import { Option, type Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { answer, withWorkspaceServer, type Session } from './session.ts';
import { uploadFile } from './upload.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

interface ImportOptions extends WorkspaceOptions {
  readonly process?: string;
  readonly log?: string;
  readonly name?: string;
  readonly mode?: 'replace' | 'append';
  readonly zone?: string;
  readonly case?: string;
  readonly activity?: string;
  readonly time?: string;
  readonly start?: string;
  readonly resource?: string;
  readonly timeFormat?: string;
  readonly delimiter?: string;
  readonly null?: string;
  readonly classifier?: string;
  readonly json?: boolean;
}

type Upload = Awaited<ReturnType<typeof lookAt>>;

/** `hymnsheet import FILE`: brings a file of events into an event log of a workspace. */
export function registerImport(program: Command): void {
  withWorkspace(program.command('import').description('import a CSV or XES file into an event log; replaces what it had, or appends'))
    .argument('<file>', 'the file, may end in .gz')
    .option('--log <id>', 'the event log’s id (default: the process’s id)')
    .option('--process <id>', 'the process that it records')
    .option('--name <name>', 'name of a new event log')
    .addOption(new Option('--mode <mode>', 'to be stated where the log has data already').choices(['replace', 'append']))
    .option('--zone <zone>', 'IANA zone of times that carry none (default: the process’s)')
    .option('--case <column>', 'column of the case id (default: guessed, and shown)')
    .option('--activity <column>', 'column of the activity')
    .option('--time <column>', 'column of the time')
    .option('--start <column>', 'column of the start: each row is a whole activity instance')
    .option('--resource <column>', 'column of who did it')
    .option('--time-format <format>', 'as strftime: %d/%m/%Y %H:%M')
    .option('--delimiter <character>', 'between fields')
    .option('--null <text>', 'text that means missing, as ?')
    .option('--classifier <name>', 'XES: classifier, or attribute keys joined with +')
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string, options: ImportOptions) => {
      const done = await withWorkspaceServer(options, (session) => importFile(session, file, options));
      if (options.json === true) process.stdout.write(`${JSON.stringify(done, null, 1)}\n`);
      else process.stdout.write(`${reportText(done)}\n`);
    });
}

async function importFile(session: Session, file: string, options: ImportOptions) {
  const eventLog = options.log ?? options.process;
  if (eventLog === undefined) throw problem('bad-input', { detail: 'The import does not say where the events go', wanted: '--log ID or --process ID' });
  const zone = options.zone ?? (await zoneOf(session, options.process));
  const upload = await lookAt(session, file);
  const mapping = upload.format === 'csv' ? mappingOf(upload, options) : undefined;
  const queued = await answer(session.api.POST('/imports', {
    body: {
      upload: upload.id, eventLog, zone, ...(options.name === undefined ? {} : { name: options.name }), ...(options.process === undefined ? {} : { process: options.process }),
      ...(mapping === undefined ? {} : { mapping }), ...(options.classifier === undefined ? {} : { classifier: options.classifier }), ...(options.mode === undefined ? {} : { mode: options.mode }),
    },
  }));
  return finished(session, queued.id);
}

const lookAt = (session: Session, file: string) => uploadFile<{ id: string; format: 'csv' | 'xes'; guess: Record<string, unknown> | null; doubts: string[] }>(session, file);

async function zoneOf({ api }: Session, process: string | undefined): Promise<string> {
  if (process !== undefined) {
    const found = await answer(api.GET('/processes/{id}', { params: { path: { id: process } } }));
    return (found.body as { zone: string }).zone;
  }
  throw problem('bad-input', { detail: 'The import does not say in which zone its times are', wanted: '--zone Europe/London, or --process ID whose zone it then is' });
}

/** The guess with what the options say instead; what was guessed is shown. */
function mappingOf(upload: Upload, o: ImportOptions) {
  const said = { case: o.case, activity: o.activity, time: o.time, start: o.start, resource: o.resource, timeFormat: o.timeFormat, delimiter: o.delimiter, nullText: o.null };
  const { zone: _zone, ...guess } = upload.guess ?? {};
  const mapping = { ...guess, ...Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined)) };
  const missing = ['case', 'activity', 'time'].filter((k) => [undefined, ''].includes((mapping as Record<string, string | undefined>)[k]));
  if (missing.length > 0) throw problem('bad-input', { detail: `It cannot be guessed which column is the ${missing.join(' and the ')}`, wanted: missing.map((m) => `--${m} COLUMN`).join(' ') });
  process.stderr.write(`Columns: ${Object.entries(mapping).filter(([k]) => k !== 'attributes').map(([k, v]) => `${k} = ${typeof v === 'string' ? v : JSON.stringify(v)}`).join(', ')}\n`);
  for (const doubt of upload.doubts) process.stderr.write(`Check: ${doubt}\n`);
  return mapping as never;
}

async function finished({ api }: Session, id: string) {
  for (;;) {
    const now = await answer(api.GET('/imports/{id}', { params: { path: { id } } }));
    if (process.stderr.isTTY) process.stderr.write(`\r${now.progress.step}${now.progress.share === null ? '' : ` ${Math.round(now.progress.share * 100)} %`}   `);
    if (now.state === 'done') return now;
    if (now.state === 'cancelled') throw problem('cancelled', { detail: 'The import was cancelled' });
    if (now.state === 'failed') throw failure(now.problem);
    await new Promise((r) => { setTimeout(r, 150); });
  }
}

function failure(p: Record<string, unknown> | null): Error {
  const text = (key: string) => (typeof p?.[key] === 'string' ? { [key]: p[key] } : {});
  return problem('bad-input', { detail: String(p?.['detail'] ?? 'The import failed'), ...text('value'), ...text('wanted'), ...(typeof p?.['at'] === 'object' && p['at'] !== null ? { at: p['at'] } : {}) });
}

function reportText({ eventLog, report }: Awaited<ReturnType<typeof finished>>): string {
  if (report === null) return `${eventLog}: done`;
  const n = (x: number) => x.toLocaleString('en-GB');
  if (report.unchanged) return `${eventLog}: these events were there already; nothing changed.`;
  const also = [
    ...(report.duplicates > 0 ? [`${n(report.duplicates)} were there already`] : []), ...(report.rejected > 0 ? [`${n(report.rejected)} rows could not be read (see Sources)`] : []),
    ...(report.gaps > 0 ? [`${n(report.gaps)} local times did not exist and were moved forward`] : []), ...(report.ambiguous > 0 ? [`${n(report.ambiguous)} local times were twice and taken as the earlier`] : []),
  ];
  return `${eventLog}: ${n(report.events)} events of ${n(report.cases)} cases${also.length > 0 ? `; ${also.join('; ')}` : ''}.`;
}
