import { stat } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { counted } from './log-text.ts';
import { refuseMisplaced, statedMapping, withReadingOptions, type ReadingOptions } from './reading-options.ts';
import { progressLine } from './progress.ts';
import { answer, asProblem, withWorkspaceServer, type Session } from './session.ts';
import { uploadFile } from './upload.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

interface ImportOptions extends WorkspaceOptions, ReadingOptions {
  readonly process?: string;
  readonly log?: string;
  readonly name?: string;
  readonly mode?: 'replace' | 'append';
  /** False: nobody. */
  readonly personal?: readonly string[] | false;
  readonly json?: boolean;
}

interface Upload {
  readonly id: string;
  readonly format: 'csv' | 'xes' | 'ocel' | 'parquet';
  readonly objectTypes?: readonly { readonly name: string; readonly objects: number }[];
  readonly attributes?: readonly string[];
  readonly persons?: Persons;
  readonly guess: Mapping | null;
  readonly doubts: readonly string[];
}

interface Persons {
  readonly objectTypes: readonly string[];
  readonly attributes: readonly string[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** `hymnsheet import FILE`: brings a file of events into an event log of a workspace. */
export function registerImport(program: Command): void {
  withReadingOptions(withWorkspace(program.command('import').description('import a CSV, XES, OCEL 2.0 or Parquet file into an event log; replaces what it had, or appends'))
    .argument('<file>', 'the file, may end in .gz')
    .option('--log <id>', 'the event log’s id (default: the process’s id)')
    .option('--process <id>', 'the process that it records')
    .option('--name <name>', 'name of a new event log')
    .addOption(new Option('--mode <mode>', 'to be stated where the log has data already').choices(['replace', 'append']))
    .option('--zone <zone>', 'IANA zone of times that carry none (default: the log’s, or the process’s; needed only where a time carries none)')
    .option('--event-id <column>', 'column that identifies an event across files')
    .option('--personal <name>', 'column, or OCEL object type or attribute, that is people, kept as pseudonyms; may be repeated (default: told by the usual names, and said)', (name: string, all: string[] | undefined) => [...(all ?? []), name])
    .option('--no-personal', 'nobody in the file is a person'))
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string, options: ImportOptions) => {
      await refuseMissing(file, options);
      const done = await withWorkspaceServer(options, (session) => importFile(session, file, options), { mayMake: true });
      if (options.json === true) process.stdout.write(`${JSON.stringify(done, null, 1)}\n`);
      else process.stdout.write(`${reportText(done)}\n`);
    });
}

/** Before any server is started, or a workspace made. */
async function refuseMissing(file: string, { log, process: ofProcess }: ImportOptions): Promise<void> {
  if ((log ?? ofProcess) === undefined) throw problem('bad-input', { detail: 'The import does not say where the events go', wanted: '--log ID or --process ID' });
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) throw problem('not-found', { detail: 'There is no such file', value: file, wanted: 'a file that this user may read' });
}

async function importFile(session: Session, file: string, options: ImportOptions) {
  const eventLog = options.log ?? options.process ?? '';
  statedMapping(options);
  const upload = await uploadFile<Upload>(session, file);
  refuseMisplaced(upload.format, options, file);
  if (upload.format === 'xes' && options.personal !== undefined) throw problem('bad-input', { detail: 'An XES log is not read by this option', value: '--personal', wanted: 'no names, because an XES log says itself who did what: that is kept as a pseudonym', at: { file } });
  if (upload.format === 'ocel' && options.objectType === undefined) process.stderr.write(`Object types: ${(upload.objectTypes ?? []).map((t) => `${t.name} (${t.objects})`).join(', ')}\n`);
  const known = await knownMapping(session, eventLog);
  const mapping = upload.format === 'csv' || upload.format === 'parquet' ? mappingOf(upload, known, options) : undefined;
  const personal = upload.format === 'ocel' ? await personsOf(session, upload, eventLog, options) : undefined;
  const { name, process: ofProcess, zone, classifier, objectType, mode } = options;
  const said = Object.fromEntries(Object.entries({ name, process: ofProcess, zone, classifier, objectType, mode, mapping, personal }).filter(([, value]) => value !== undefined));
  const queued = await answer(session.api.POST('/imports', { body: { upload: upload.id, eventLog, ...said } }));
  return finished(session, queued.id);
}

/** The mapping by which an event log is read; nothing while it has no events, which would have shown whether it is right. */
async function knownMapping({ api }: Session, eventLog: string): Promise<Mapping | undefined> {
  const log = await api.GET('/event-logs/{id}', { params: { path: { id: eventLog } } });
  if (log.data === undefined || log.data.version === null) return undefined;
  const { data } = await api.GET('/event-log-mappings/{id}', { params: { path: { id: eventLog } } });
  return (data?.body as { mapping?: Mapping } | undefined)?.mapping;
}

/** Object types and attributes that are people: as said, as the event log has them, or by the usual names, which are shown before they are used. */
async function personsOf({ api }: Session, { objectTypes = [], attributes = [], persons }: Upload, eventLog: string, { personal }: ImportOptions): Promise<{ objectTypes: string[]; attributes: string[] } | undefined> {
  const types = objectTypes.map((t) => t.name), said = personal === false ? [] : personal;
  const unknown = said?.find((n) => !types.includes(n) && !attributes.includes(n));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'The file has no object type or attribute of this name', value: unknown, wanted: `--personal with one of: ${[...types, ...attributes].join(', ').slice(0, 400)}` });
  if (said !== undefined) return { objectTypes: types.filter((t) => said.includes(t)), attributes: attributes.filter((a) => said.includes(a)) };
  const { data } = await api.GET('/event-log-mappings/{id}', { params: { path: { id: eventLog } } });
  const known = (data?.body as { personal?: Persons } | undefined)?.personal;
  const names = [...new Set([...((known ?? persons)?.objectTypes ?? []), ...((known ?? persons)?.attributes ?? [])])];
  process.stderr.write(`People${known === undefined ? '' : ', as this event log has them'}: ${names.length === 0 ? 'nobody' : `${names.join(', ')}, kept as pseudonyms`}; --personal NAME or --no-personal says otherwise\n`);
  return undefined;
}

/** What the log knows, or else the guess, with what the options say instead; it is shown before it is used. */
function mappingOf({ guess, doubts }: Upload, known: Mapping | undefined, options: ImportOptions) {
  const said = statedMapping(options);
  const { zone: _zone, attributes, ...base } = known ?? withoutDoubtfulNull(guess ?? {}, said);
  const people = options.personal === undefined ? peopleBeside(base, said, known !== undefined) : { personal: options.personal === false ? [] : [...options.personal] };
  const mapping: Mapping = { ...base, ...said, ...people, ...attributesBeside(said, attributes as Attributes, known !== undefined) };
  const missing = ['case', 'activity', 'time'].filter((k) => [undefined, ''].includes(mapping[k] as string | undefined));
  if (missing.length > 0) throw problem('bad-input', { detail: `It cannot be guessed which column is the ${missing.join(' and the ')}`, wanted: missing.map((m) => `--${m} COLUMN`).join(' ') });
  const shown = partNames.flatMap((k) => (mapping[k] === undefined ? [] : [[k, mapping[k]] as const])).map(([k, v]) => `${k} = ${typeof v === 'string' ? v : JSON.stringify(v)}`).join(', ');
  process.stderr.write(`${known === undefined ? 'Columns' : 'Columns, as this event log has them'}: ${shown}\n`);
  for (const doubt of known === undefined ? doubts : []) process.stderr.write(`Check: ${doubt}\n`);
  return mapping as never;
}

// The database keeps the parts of a mapping in an order of its own.
const partNames = ['case', 'activity', 'time', 'start', 'lifecycle', 'resource', 'instance', 'eventId', 'caseAttributes', 'timeFormat', 'delimiter', 'encoding', 'nullText', 'personal'];

type Attributes = readonly { readonly column: string }[] | undefined;

/** A column that was given a part of its own is no attribute as well; of a guess that was corrected the rest is worked out anew. */
function attributesBeside(said: Mapping, attributes: Attributes, known: boolean): { attributes?: Attributes } {
  const roles = Object.entries(said).flatMap(([part, column]) => (['timeFormat', 'delimiter', 'nullText', 'encoding', 'eventId', 'caseAttributes'].includes(part) ? [] : [column]));
  if (attributes === undefined || (!known && roles.length > 0)) return {};
  return { attributes: attributes.filter((a) => !roles.includes(a.column)) };
}

/** Who did something is a person, also where another column says so than was guessed; a column that was given another part was guessed wrong. */
function peopleBeside({ personal }: Mapping, said: Mapping, known: boolean): { personal?: string[] } {
  if (personal === undefined) return {};
  const { resource, ...others } = said;
  const parts = known ? [] : Object.values(others).flat();
  return { personal: [...new Set([...(personal as string[]).filter((c) => !parts.includes(c)), ...(resource === undefined ? [] : [resource as string])])] };
}

/** A text for missing values was guessed for other columns than those that were said: there it may be a name. */
function withoutDoubtfulNull(guess: Mapping, said: Mapping): Mapping {
  const same = (['case', 'activity'] as const).every((role) => said[role] === undefined || said[role] === guess[role]);
  return same ? guess : Object.fromEntries(Object.entries(guess).filter(([k]) => k !== 'nullText'));
}

async function finished({ api }: Session, id: string, line = progressLine()) {
  for (;;) {
    const now = await answer(api.GET('/imports/{id}', { params: { path: { id } } }));
    if (now.state === 'queued' || now.state === 'running') line.show(`${now.progress.step}${now.progress.share === null ? '' : ` ${Math.round(now.progress.share * 100)} %`}`);
    else line.clear();
    if (now.state === 'done') return now;
    if (now.state === 'cancelled') throw problem('cancelled', { detail: 'The import was cancelled' });
    if (now.state === 'failed') throw asProblem(now.problem ?? undefined, 500);
    await new Promise((r) => { setTimeout(r, 150); });
  }
}

function reportText({ eventLog, report }: Awaited<ReturnType<typeof finished>>): string {
  if (report === null) return `${eventLog}: done`;
  if (report.unchanged) return `${eventLog}: these events were there already; nothing changed.`;
  const part = (n: number, text: string) => (n > 0 ? [text] : []);
  const also = [
    ...part(report.newCases, counted(report.newCases, 'new case')),
    ...part(report.casesJoined, `${counted(report.casesJoined, 'case')} went on`),
    ...part(report.late, `${counted(report.late, 'late event')}, from before the newest that was there`),
    ...part(report.duplicates, `${counted(report.duplicates, 'event')} there already`),
    ...part(report.rejected, `${counted(report.rejected, 'row')} not readable (see Sources)`),
    ...part(report.gaps, `${counted(report.gaps, 'local time')} moved forward, out of a gap of the clock`),
    ...part(report.ambiguous, `${counted(report.ambiguous, 'local time')} taken as the earlier of two`),
  ];
  return `${[`${eventLog}: ${counted(report.events, 'event')} of ${counted(report.cases, 'case')}`, ...also].join('; ')}.${report.ocel === null ? '' : objectsText(report.ocel)}${foundText(report.found)}`;
}

function objectsText({ flat, findings }: NonNullable<NonNullable<Awaited<ReturnType<typeof finished>>['report']>['ocel']>): string {
  const shared = flat.shared === 0 ? '' : ` ${counted(flat.shared, 'event')} ${flat.shared === 1 ? 'is in several cases, one in' : 'are in several cases, one of them in'} ${flat.mostCases}, and ${flat.shared === 1 ? 'is' : 'are'} counted for each.`;
  return `\nEach of ${counted(flat.cases, 'object')} of the type “${flat.objectType}” is a case.${shared}${foundText(findings)}`;
}

function foundText(findings: NonNullable<Awaited<ReturnType<typeof finished>>['report']>['found']): string {
  return findings.filter((f) => f.outcome !== 'noted').map((f) => `\n${f.outcome === 'changed' ? 'Changed' : 'Left out'}: ${f.count} ${f.what}${f.example === null ? '' : `, as “${f.example}”`}${f.place === null ? '' : ` (${f.place})`}`).join('');
}
