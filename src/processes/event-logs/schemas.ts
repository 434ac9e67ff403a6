import { z } from 'zod';

/** How the columns of a delimited file become events; shown and confirmed before an import. */
export const mappingSchema = z.strictObject({
  case: z.string().describe('Column of the case id'),
  activity: z.union([z.string(), z.array(z.string()).min(1)]).describe('Column of the activity; several are joined with “+”'),
  time: z.string().describe('Column of the time (of completion, where there is a start)'),
  start: z.string().optional().describe('Column of the start: each row is then a whole activity instance'),
  lifecycle: z.string().optional(),
  resource: z.string().optional(),
  instance: z.string().optional().describe('Column of the activity instance id'),
  eventId: z.string().optional().describe('Column that identifies an event across files'),
  timeFormat: z.string().optional().describe('As strftime: %d/%m/%Y %H:%M'),
  zone: z.string().optional().describe('IANA zone of times that carry none'),
  delimiter: z.string().length(1, { error: 'one character between fields, as ; or a tab' }).optional(),
  encoding: z.string().optional().describe('Character encoding, where it is not UTF-8: windows-1252'),
  nullText: z.string().optional().describe('Text that means missing, as “?”'),
  attributes: z.array(z.strictObject({ column: z.string(), name: z.string().optional(), type: z.enum(['text', 'number', 'integer', 'boolean', 'time']), of: z.enum(['case', 'event']).default('event') })).optional().describe('Absent: every other column, its type guessed'),
  caseAttributes: z.array(z.string()).optional().describe('Attributes that belong to the whole case, whatever is said or guessed of them otherwise; those of a column called case:… do by themselves'),
  personal: z.array(z.string()).optional().describe('Columns pseudonymised at import; the resource is always one unless `personal` is given'),
});

export type CsvMapping = z.infer<typeof mappingSchema>;

const instant = z.iso.datetime({ offset: true });

/** Who in an object-centric file is a person. */
export const ocelPersonsSchema = z.strictObject({
  objectTypes: z.array(z.string().min(1).max(200)).max(200).describe('Their objects are people'),
  attributes: z.array(z.string().min(1).max(200)).max(200).describe('Their values are people'),
});

const objectTypeSchema = z.object({ name: z.string(), objects: z.number().int() });

/** What was found in an object-centric file, and what became of it. */
const findingSchema = z.object({ code: z.string(), outcome: z.enum(['left out', 'changed', 'noted']), what: z.string(), count: z.number().int(), example: z.string().nullable(), place: z.string().nullable().describe('A line, or a table') });

/** An event log with its current dataset version and freshness. */
export const eventLogSchema = z.object({
  id: z.string(),
  name: z.string(),
  process: z.string().nullable().describe('Id of the process it records'),
  version: z.string().nullable().describe('Null before the first import'),
  events: z.number().int(),
  cases: z.number().int(),
  firstEvent: instant.nullable(),
  lastEvent: instant.nullable(),
  importedAt: instant.nullable(),
  file: z.string().nullable(),
  sha256: z.string().nullable().describe('Of the file that was imported'),
  rejected: z.number().int(),
  objects: z.object({ flattenedBy: z.string().describe('The object type whose objects are the cases'), types: z.array(objectTypeSchema).describe('Without those of fewer than five people'), personal: ocelPersonsSchema.nullable().describe('Who are people, kept as pseudonyms in this version; null: nobody'), unhidden: z.array(z.string()).describe('Object types and attributes that are to be people and are as the file has them: it came in before that was said, and has to come in again') }).nullable().describe('Of an object-centric log; null where there are only cases'),
});

export const logSummarySchema = z.object({
  events: z.number().int(), cases: z.number().int(), activities: z.number().int(), variants: z.number().int(),
  start: z.record(z.string(), z.number().int()), end: z.record(z.string(), z.number().int()),
  firstEvent: instant.nullable(), lastEvent: instant.nullable(),
  rejected: z.object({ count: z.number().int(), examples: z.array(z.object({ row: z.number().int().nullable(), line: z.number().int().nullable(), reason: z.string(), value: z.string().nullable() })) }),
});

/** Directly-follows map: counts and seconds between consecutive events of a case. */
export const logMapSchema = z.object({
  edges: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int(), cases: z.number().int().optional(), mean: z.number(), median: z.number(), p90: z.number().optional(), p95: z.number().optional(), min: z.number(), max: z.number(), sum: z.number().optional() })),
  activities: z.array(z.object({ name: z.string(), count: z.number().int(), cases: z.number().int().optional() })),
  start: z.record(z.string(), z.number().int()).optional(),
  end: z.record(z.string(), z.number().int()).optional(),
});

export const logVariantsSchema = z.array(z.object({ variant: z.number().int().optional().describe('Its number in the version, to filter by'), count: z.number().int(), activities: z.array(z.string()) }));

export const caseRowSchema = z.object({ id: z.string(), variant: z.number().int(), first: instant, last: instant, events: z.number().int(), seconds: z.number() });
export const caseEventSchema = z.object({ activity: z.string(), time: instant, lifecycle: z.string().nullable(), resource: z.string().nullable(), attributes: z.record(z.string(), z.unknown()) });

/** A file received and looked at, not imported yet: the mapping is a guess to be confirmed. */
export const uploadSchema = z.object({
  id: z.string(), name: z.string(), bytes: z.number().int(), sha256: z.string(),
  format: z.enum(['csv', 'xes', 'ocel', 'parquet']),
  columns: z.array(z.object({ name: z.string(), type: z.string(), examples: z.array(z.string()) })),
  guess: mappingSchema.nullable().describe('Null for XES and OCEL, which need none'),
  objectTypes: z.array(objectTypeSchema.extend({ cases: z.number().int().describe('Objects that some event concerns'), events: z.number().int().describe('Of these cases; an event stands in each of its cases') })).optional().describe('Of an OCEL log: each may be the case'),
  attributes: z.array(z.string()).optional().describe('Of an OCEL log: attributes of its events and objects'),
  persons: ocelPersonsSchema.optional().describe('Of an OCEL log: object types and attributes with the usual names of people; a guess to be confirmed'),
  findings: z.array(findingSchema).optional().describe('Of an OCEL log: what was left out, changed or is to be known, with counts'),
  doubts: z.array(z.string()).describe('What a person should check in the guess, a sentence each'),
  sample: z.array(z.record(z.string(), z.string().nullable())),
});

/** What an object-centric file holds, what was found in it, and what flattening it by an object type did. */
const ocelReportSchema = z.object({
  events: z.number().int(), objects: z.number().int(), relations: z.number().int().describe('Of events to objects'), objectRelations: z.number().int().describe('Between objects'), objectChanges: z.number().int().describe('Values that objects took after their initial state'),
  eventTypes: z.record(z.string(), z.number().int()), objectTypes: z.record(z.string(), z.number().int()), findings: z.array(findingSchema),
  flat: z.object({
    objectType: z.string(), cases: z.number().int(), events: z.number().int().describe('Different events in the cases'), rows: z.number().int().describe('How often they stand there'), shared: z.number().int().describe('Events of several cases'),
    mostCases: z.number().int(), eventsOutside: z.number().int(), objectsWithoutEvents: z.number().int(),
  }),
});

/** One import as it goes: staged in the background, published at once at the end. */
export const importSchema = z.object({
  id: z.string(), eventLog: z.string(), mode: z.enum(['replace', 'append']),
  replaces: z.string().nullable().describe('The version whose place it takes; null where it adds to one, or the event log had none'),
  state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  progress: z.object({ bytesRead: z.number().int(), bytes: z.number().int(), share: z.number().min(0).max(1).nullable().describe('Of the step, where it is known'), step: z.string() }),
  version: z.string().nullable(),
  report: z.object({
    events: z.number().int(), cases: z.number().int(), rejected: z.number().int(), duplicates: z.number().int().describe('Events that were there already'),
    late: z.number().int().describe('Added to a log: new events from before the newest that it had'), newCases: z.number().int().describe('Added to a log: cases that are new'), casesJoined: z.number().int().describe('Added to a log: cases that it had which go on'),
    gaps: z.number().int(), ambiguous: z.number().int(), unpaired: z.number().int(), unchanged: z.boolean(),
    found: z.array(findingSchema).describe('What of the file is not in the log as it stood there, beside rows that were refused; of an object-centric file its own findings say it'),
    ocel: ocelReportSchema.nullable().describe('Of an object-centric file'),
  }).nullable(),
  problem: z.record(z.string(), z.unknown()).nullable(),
});

const tally = z.record(z.string(), z.number().int());

/** Object-centric map: what directly follows what in the lives of the objects of each type; seconds, once for each object. */
export const objectMapSchema = z.object({
  flattenedBy: z.string().describe('The object type whose objects are the cases of the event log'),
  types: z.array(objectTypeSchema).describe('Every object type of the log'),
  objectTypes: z.array(z.object({ name: z.string(), objects: z.number().int(), withEvents: z.number().int().describe('Objects in view'), start: tally, end: tally })).describe('The types in view'),
  activities: z.array(z.object({ name: z.string(), events: z.number().int(), objectTypes: z.record(z.string(), z.object({ events: z.number().int(), objects: z.number().int(), relations: z.number().int(), sharedEvents: z.number().int().describe('Events that concern several of the type') })) })),
  edges: z.array(z.object({ objectType: z.string(), from: z.string(), to: z.string(), count: z.number().int().describe('Once for each object'), eventPairs: z.number().int(), objects: z.number().int(), mean: z.number(), median: z.number(), min: z.number(), max: z.number() })),
  links: z.array(z.object({ objectType: z.string(), other: z.string(), objects: z.number().int().describe('Objects of the type that share an event with one of the other'), several: z.number().int(), mean: z.number().describe('Different objects of the other type that one of them meets'), most: z.number().int() })),
  repeats: z.array(z.object({ objectType: z.string(), activity: z.string(), other: z.string(), objects: z.number().int().describe('Objects in whose life the activity comes several times, for different objects of the other type'), of: z.number().int(), mean: z.number() })),
});
