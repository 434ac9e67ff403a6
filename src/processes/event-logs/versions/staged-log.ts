import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { Stage } from '../stage/model.ts';
import type { SourceRef } from './manifest.ts';
import type { PersonalValue } from './pseudonyms.ts';
import type { ObjectOrder, WrittenObjects } from './object-parts.ts';

/** A log in the stage tables of a connection, whatever its format was. */
export interface StagedLog {
  readonly stage: Stage;
  readonly source: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly records: number };
  readonly mapping: Readonly<Record<string, unknown>>;
  /** Rows of `stage_events`. */
  readonly events: number;
  /** Names in the dictionary whose values are personal. */
  readonly personal: readonly string[];
  /** Columns whose values are pseudonyms already, and what those stand for where they are new. */
  readonly hidden?: { readonly columns: readonly string[]; readonly values: readonly PersonalValue[] };
  /** The attribute that identifies an event across files; of an object-centric log, within its case. */
  readonly eventId: string | null;
  readonly eventIdInCase?: boolean;
  /** Writes the objects that the cases were flattened from. */
  readonly objects?: (c: EngineConnection, order: ObjectOrder) => Promise<WrittenObjects>;
  /** Of a log that comes from another version: the files that went into that. */
  readonly sources?: readonly SourceRef[];
  /** SQL that orders the rows of `stage_cases` as in the file. */
  readonly caseOrder: string;
  /** Gives back the memory behind `stage_events` once it has been copied. */
  readonly release: (c: EngineConnection) => Promise<void>;
}
