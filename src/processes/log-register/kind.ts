import { z } from 'zod';
import { defineKind, nameField, refField, refTo, zoneField } from '../../platform/register/index.ts';
import { mappingSchema, ocelPersonsSchema } from '../event-logs/schemas.ts';

const fileWanted = 'a file inside the company folder, as logs/orders.csv.gz';

/** A path inside the folder: no drive, no leading slash, no `..`. */
const fileField = z
  .string({ error: fileWanted })
  .max(300, { error: fileWanted })
  .refine((path) => !/[\\:]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'), { error: fileWanted });

/** Formats whose columns mean nothing until somebody says what. */
function isTable(format: string | undefined): boolean {
  return format === 'csv' || format === 'parquet';
}

const schema = z
  .strictObject({
    name: nameField(),
    process: refField('process').optional().describe('The process that it records'),
    file: fileField.optional().describe('The file with the events, inside the company folder; absent: its events are sent over the API, or pulled from a database'),
    format: z.enum(['csv', 'xes', 'ocel', 'parquet']).optional().describe('Format of the file. csv: any delimited text; ocel: OCEL 2.0 as JSON, XML or SQLite; each may be packed with gzip'),
    zone: zoneField.optional().describe('Zone of times that carry none; absent: each carries its own, and one that does not is refused'),
    mapping: mappingSchema.omit({ zone: true }).optional().describe('Which column is what; csv and parquet, or where there is no file'),
    classifier: nameField().optional().describe('XES classifier, or attribute keys joined with +; xes only'),
    objectType: nameField().optional().describe('Each object of this type is a case; ocel only'),
    personal: ocelPersonsSchema.optional().describe('Object types and attributes that are people, kept as pseudonyms; ocel only. Absent: those with the usual names of people, as employee, user or resource'),
    keepMonths: z.number().int().positive().max(1200).optional().describe('Whole cases older than so many months are dropped'),
  })
  .refine((l) => l.file === undefined || l.format !== undefined, { error: 'the format of the file', path: ['format'] })
  .refine((l) => l.format === undefined || l.file !== undefined, { error: 'the file that has this format; neither, where events are sent or pulled', path: ['file'] })
  .refine((l) => !isTable(l.format) || l.mapping !== undefined, { error: 'a mapping with at least case, activity and time, because a csv file does not say which column is what', path: ['mapping'] })
  .refine((l) => l.format === undefined || isTable(l.format) || l.mapping === undefined, { error: 'no mapping, because an xes or ocel file says what is what', path: ['mapping'] })
  .refine((l) => l.format === 'xes' || l.classifier === undefined, { error: 'no classifier, because only xes has them', path: ['classifier'] })
  .refine((l) => l.format !== 'ocel' || l.objectType !== undefined, { error: 'the object type whose objects are the cases, because an ocel file has no cases of its own', path: ['objectType'] })
  .refine((l) => l.format === 'ocel' || l.objectType === undefined, { error: 'no object type, because only ocel has them', path: ['objectType'] })
  .refine((l) => l.format === 'ocel' || l.personal === undefined, { error: 'no personal object types, because only ocel has them; those of a csv or parquet file are in its mapping', path: ['personal'] });

export type EventLogRecord = z.output<typeof schema>;

/** The attributes of an event log that are people, as far as its record says it: what a filter by one of them would choose by. */
export function personalAttributes({ mapping, personal }: Pick<EventLogRecord, 'mapping' | 'personal'>): string[] {
  const columns = mapping?.personal ?? (mapping?.resource === undefined ? [] : [mapping.resource]);
  const nameOf = (column: string) => mapping?.attributes?.find((a) => a.column === column)?.name ?? column.replace(/^case:(?=.)/, '');
  return [...columns.flatMap((c) => (c === mapping?.resource ? [nameOf(c), 'resource'] : [nameOf(c)])), ...(personal?.attributes ?? [])];
}

/** Event logs as the company folder names them: the file, and how its columns become events. */
export const eventLogKind = defineKind({
  name: 'event-log',
  plural: 'event logs',
  // The event logs themselves, with their versions, are at /event-logs.
  path: 'event-log-mappings',
  noun: 'EventLogMapping',
  file: 'event-logs.yaml',
  description: 'Event logs: the file, if there is one, its format, the zone of its times, and how its columns become events',
  schema,
  references: (body) => refTo('process', body.process, ['process']),
});
