import type { z } from 'zod';
import type { mappingSchema } from '../event-logs/schemas.ts';
import type { OcelPersons } from '../event-logs/ocel/index.ts';
import type { FlattenedOcel, Found } from '../event-logs/versions/index.ts';

export type Mode = 'replace' | 'append';
export type Mapping = z.output<typeof mappingSchema>;

/** How a file is read: a table by its mapping, XES by its classifier, OCEL by its object type; the zone is that of times that carry none, which are refused where nobody said it. */
export type Reading =
  | { readonly format: 'csv' | 'parquet'; readonly zone?: string | undefined; readonly mapping: Mapping }
  | { readonly format: 'ocel'; readonly zone?: string | undefined; readonly objectType: string; readonly personal?: OcelPersons | undefined }
  | { readonly format: 'xes'; readonly zone?: string | undefined; readonly classifier?: string | undefined };

export interface ImportRequest {
  readonly reading: Reading;
  /** The version that whoever asked to replace it had before them; null where there was none. Absent where nothing is replaced. */
  readonly replaces?: string | null | undefined;
  /** The version whose objects are flattened anew, in the place of a file. */
  readonly from?: { readonly eventLog: string; readonly version: string } | undefined;
}

/** What became of a file's rows. */
export interface ImportReport {
  readonly events: number;
  readonly cases: number;
  readonly rejected: number;
  /** Rows that the log had already (append). */
  readonly duplicates: number;
  /** New events from before the newest that the log had; cases that are new, and cases that it had which go on (append). */
  readonly late: number;
  readonly newCases: number;
  readonly casesJoined: number;
  /** Local times that did not exist, moved forward; and that were twice, taken as the earlier. */
  readonly gaps: number;
  readonly ambiguous: number;
  /** Ends without a start and starts without an end among activity instances. */
  readonly unpaired: number;
  /** The same bytes and mapping as the current version: nothing was written. */
  readonly unchanged: boolean;
  /** What of the file is not in the log as it stood there, beside rejected rows; absent in reports from before this was told. */
  readonly found?: readonly Found[];
  /** Of an object-centric file: what it holds, what was found in it, and what flattening did. */
  readonly ocel?: FlattenedOcel;
}

/** A version whose parts lie in the data folder and that no reader sees until the catalogue names it. */
export interface StagedVersion {
  readonly id: string;
  readonly manifest: unknown;
  readonly firstEvent: Date | null;
  readonly lastEvent: Date | null;
  readonly report: ImportReport;
  /** Pseudonyms with what they stand for, of this import. */
  readonly personal: readonly { readonly pseudonym: string; readonly original: string }[];
  /** The first rows that could not be read. */
  readonly rejectedRows?: readonly Rejected[];
}

/** One row that could not be read: where, what was there, and why. */
export interface Rejected {
  readonly row: number | null;
  readonly line: number | null;
  readonly reason: string;
  readonly value: string | null;
}

/** How far an import is; `share` of the step where it is known. */
export interface ImportProgress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly share: number | null;
  readonly step: string;
}
