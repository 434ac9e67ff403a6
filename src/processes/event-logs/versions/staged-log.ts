import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { Stage } from '../stage/model.ts';

/** A log in the stage tables of a connection, whatever its format was. */
export interface StagedLog {
  readonly stage: Stage;
  readonly source: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly records: number };
  readonly mapping: Readonly<Record<string, unknown>>;
  /** Rows of `stage_events`. */
  readonly events: number;
  /** Names in the dictionary whose values are personal. */
  readonly personal: readonly string[];
  /** The attribute that identifies an event across files. */
  readonly eventId: string | null;
  /** SQL that orders the rows of `stage_cases` as in the file. */
  readonly caseOrder: string;
  /** Gives back the memory behind `stage_events` once it has been copied. */
  readonly release: (c: EngineConnection) => Promise<void>;
}
