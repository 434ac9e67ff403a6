import { isZone } from '../../../maths/time/index.ts';
import type { Pull, PullPreview } from '../../api/types.ts';
import { draftOf, mappingOf, missing, type Draft } from '../mapping.ts';
import { slug } from '../target.tsx';

type Definition = Pull['definition'];

/** What has been said so far about a database to pull from; every field as it stands in its form. */
export interface PullDraft {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  /** Empty: the stored one, where there is one. */
  readonly password: string;
  readonly tls: Definition['connection']['tls'];
  readonly ca: string;
  readonly query: string;
  readonly column: string;
  /** Minutes of a cursor that is a time, numbers of one that is a number. */
  readonly overlap: string;
  readonly from: string;
  readonly mapping: Draft;
  readonly name: string;
  /** The event log that it feeds; empty for a new one. */
  readonly log: string;
  readonly process: string;
  readonly zone: string;
  readonly kind: Definition['schedule']['kind'];
  readonly minutes: string;
  readonly at: string;
}

const nothing = draftOf({ guess: null });
/** What is proposed for a cursor that is a time, in minutes, and for one that is a number. */
const overlaps = { time: '60', number: '1000' };

export const emptyDraft: PullDraft = { host: '', port: '5432', database: '', user: '', password: '', tls: 'verify', ca: '', query: '', column: '', overlap: '', from: '', mapping: nothing, name: '', log: '', process: '', zone: '', kind: 'every', minutes: '15', at: '06:00' };

/** A stored pull as a draft to be changed. */
export function draftOfPull({ definition: d }: Pick<Pull, 'definition'>, isTime: boolean): PullDraft {
  const { host, port, database, user, tls, ca } = d.connection;
  return {
    ...emptyDraft, host, port: String(port), database, user, tls, ca: ca ?? '', query: d.query, column: d.cursor.column, overlap: String(isTime ? d.cursor.overlap / 60 : d.cursor.overlap), from: d.cursor.from ?? '', mapping: draftOf({ guess: d.mapping }),
    name: d.name, log: d.eventLog, process: d.process ?? '', zone: d.zone, ...(d.schedule.kind === 'every' ? { kind: 'every', minutes: String(d.schedule.minutes) } : { kind: 'daily', at: d.schedule.at }),
  };
}

/** The connection as the API takes it. */
export function connectionOf({ host, port, database, user, tls, ca }: PullDraft): Definition['connection'] {
  return { host: host.trim(), port: Number(port), database: database.trim(), user: user.trim(), tls, ...(ca.trim() === '' ? {} : { ca }) };
}

/** What still has to be said before the connection can be tried. */
export function connectionGaps(d: PullDraft): string[] {
  const port = Number(d.port);
  return [
    ...(d.host.trim() === '' ? ['Name the host of the database.'] : []), ...(Number.isInteger(port) && port > 0 && port < 65_536 ? [] : ['The port is a number from 1 to 65535.']),
    ...(d.database.trim() === '' ? ['Name the database.'] : []), ...(d.user.trim() === '' ? ['Name its user.'] : []),
  ];
}

type Columns = PullPreview['columns'];

/** Whether the cursor is a time, so that its overlap is in minutes. */
export function cursorIsTime(columns: Columns, column: string): boolean {
  return columns.find((c) => c.name === column)?.type === 'time';
}

/**
 * The draft with what a first look at the query tells: what the columns mean, and which of them may be the cursor. What a person has said stays.
 * @example withPreview(emptyDraft, preview).column // 'changed_at': the time that the query is ordered by
 */
export function withPreview(draft: PullDraft, { columns, guess }: Pick<PullPreview, 'columns' | 'guess'>): PullDraft {
  const known = draft.mapping.case !== undefined && draft.mapping.time !== undefined;
  const column = columns.some((c) => c.name === draft.column && c.cursor) ? draft.column : (cursorGuess(draft.query, columns) ?? '');
  const overlap = draft.overlap !== '' && column === draft.column ? draft.overlap : cursorIsTime(columns, column) ? overlaps.time : overlaps.number;
  return { ...draft, column, overlap, mapping: known ? draft.mapping : draftOf({ guess }) };
}

/** The last thing that the query is ordered by, where it may be the cursor. */
function cursorGuess(query: string, columns: Columns): string | undefined {
  const ordered = /\border\s+by\s+(?:[\w"]+\.)?"?(\w+)"?(?![^;]*\border\s+by\b)/i.exec(query)?.[1]?.toLowerCase();
  return (columns.find((c) => c.cursor && c.name.toLowerCase() === ordered) ?? columns.find((c) => c.cursor && c.type === 'time') ?? columns.find((c) => c.cursor))?.name;
}

/** What still has to be said about the columns. */
export function mappingGaps(draft: PullDraft, columns: Columns): string[] {
  const overlap = Number(draft.overlap);
  return [
    ...(columns.some((c) => c.name === draft.column && c.cursor) ? [] : ['Say which column only grows: a time or a whole number.']), ...(draft.overlap.trim() !== '' && overlap >= 0 ? [] : ['The overlap is a number of zero or more.']), ...missing(draft.mapping),
  ];
}

/** What still has to be said about the log and the schedule. */
export function scheduleGaps(draft: PullDraft, logs: readonly { readonly id: string }[], zone: string): string[] {
  const minutes = Number(draft.minutes);
  return [
    ...(slug(draft.name) === '' ? ['Give it a name.'] : []), ...(draft.log === '' && logs.some((l) => l.id === slug(draft.name)) ? [`There is already an event log “${slug(draft.name)}”: choose it, or give this one another name.`] : []),
    ...(isZone(zoneOf(draft, zone)) ? [] : [`“${zoneOf(draft, zone)}” is no zone: name one as Europe/Amsterdam.`]),
    ...(draft.kind === 'every' && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080) ? ['The minutes are a whole number from 1 to 10080, which is a week.'] : []), ...(draft.kind === 'daily' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.at) ? ['The time of day is as 06:30.'] : []),
  ];
}

function zoneOf(draft: PullDraft, zone: string): string {
  return draft.zone.trim() === '' ? zone : draft.zone.trim();
}

/** The whole as the API takes it; `before` is what was stored, whose attributes stay as they were stated. */
export function definitionOf(draft: PullDraft, columns: Columns, zone: string, before?: Definition): Definition {
  const { delimiter: _, encoding: __, ...mapping } = mappingOf(draft.mapping);
  const own = zoneOf(draft, zone);
  return {
    name: draft.name.trim(), eventLog: draft.log === '' ? slug(draft.name) : draft.log, ...(draft.process === '' ? {} : { process: draft.process }), connection: connectionOf(draft), query: draft.query,
    cursor: { column: draft.column, overlap: Number(draft.overlap) * (cursorIsTime(columns, draft.column) ? 60 : 1), ...(draft.from.trim() === '' ? {} : { from: draft.from.trim() }) },
    zone: own, mapping: { ...mapping, ...(before?.mapping.attributes === undefined ? {} : { attributes: before.mapping.attributes.filter((a) => columns.some((c) => c.name === a.column)) }) },
    schedule: draft.kind === 'every' ? { kind: 'every', minutes: Number(draft.minutes) } : { kind: 'daily', at: draft.at, zone: own },
  };
}
