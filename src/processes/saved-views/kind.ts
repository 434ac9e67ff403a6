import { z } from 'zod';
import { defineKind, type Finding, type KindRecord, nameField, refField, refTo } from '../../platform/register/index.ts';
import { filterQuery, queryOf, type SaidFilter, saidFilter } from '../event-logs/index.ts';
import { type EventLogRecord, personalAttributes } from '../log-register/index.ts';

const personal = /^(?:org:)?resource:/;

/** The filter in the query of a page's address; undefined where it cannot be read. */
export function filterOfAddress(address: string): SaidFilter | undefined {
  const asked = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(address)) if (name in filterQuery.shape) asked.set(name, [...(asked.get(name) ?? []), value]);
  const read = filterQuery.safeParse(Object.fromEntries([...asked].map(([name, values]) => [name, values.length === 1 ? values[0] : values])));
  return read.success ? saidFilter(read.data) : undefined;
}

/** The conditions of a filter on attributes, as name:value. */
function attributesIn(address: string): string[] {
  const query = new URLSearchParams(address);
  return ['attribute', 'attributeNot'].flatMap((name) => query.getAll(name));
}

/** As far as a name alone shows it. */
function namesAPerson(address: string): boolean {
  return attributesIn(address).some((text) => personal.test(text));
}

/** Views that choose cases by what their event log says are people. */
function choosingByPersons(views: readonly KindRecord<SavedView>[], logs: readonly KindRecord[]): Finding[] {
  const persons = new Map(logs.map((l) => [l.id, personalAttributes(l.body as EventLogRecord)]));
  return views.flatMap(({ id, body }) => {
    const found = persons.get(body.eventLog)?.find((name) => attributesIn(body.address).some((text) => text.startsWith(`${name}:`)));
    return found === undefined ? [] : [{ level: 'error' as const, kind: 'saved-view', id, path: ['address'], detail: 'A view does not choose cases by person', value: found, wanted: `filters by other attributes: event log ${body.eventLog} says that “${found}” is people` }];
  });
}

const schema = z.strictObject({
  name: nameField(),
  eventLog: refField('event-log').describe('The event log that is looked at'),
  view: z.string().regex(/^[a-z][a-z-]{0,39}$/, { error: 'the name of a view, as map or variants' }).describe('Which view of it: map, variants, cases …'),
  address: z.string().max(6000, { error: 'at most 6,000 characters' }).refine((text) => filterOfAddress(text) !== undefined, { error: 'the filters of an address, as activity=Ship&minSeconds=86400' })
    .refine((text) => !namesAPerson(text), { error: 'filters that name no person' }).describe('The rest of the page’s address: its filters and what is opened, as activity=Ship&minSeconds=86400'),
  owner: refField('post').optional().describe('The post that owns it; its holder may change it'),
});

export type SavedView = z.output<typeof schema>;

/** Views of event logs under a name: what somebody looked at, to be looked at again. */
export const savedViewKind = defineKind({
  name: 'saved-view',
  plural: 'saved views',
  file: 'saved-views.yaml',
  description: 'Saved views: a log, which view of it, and the filters',
  schema,
  sets: ['administrator', 'editor', 'finance', 'contributor'],
  owner: (body) => body.owner,
  check: (views, others) => choosingByPersons(views, others?.('event-log') ?? []),
  references: (body) => [...refTo('event-log', body.eventLog, ['eventLog']), ...refTo('post', body.owner, ['owner'])],
});

/** Where the web client shows a saved view. */
export function addressOf({ eventLog, view, address }: SavedView): string {
  return `/flow?${new URLSearchParams({ log: eventLog, view }).toString()}${address === '' ? '' : `&${address}`}`;
}

/** The filter of a saved view; the schema let only those through that can be read. */
export function filterOfView({ address }: SavedView): SaidFilter {
  return filterOfAddress(address) ?? saidFilter(queryOf({}));
}
