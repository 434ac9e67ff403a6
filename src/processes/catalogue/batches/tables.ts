import type { ActorKind } from '../../../platform/audit/index.ts';
import type { AttributeType } from './model.ts';
import type { PushedEvent } from './schemas.ts';

export interface Fold {
  readonly batches: number;
  readonly events: number;
  readonly duplicates: number;
  readonly late: number;
  readonly newCases: number;
  readonly casesJoined: number;
}

interface EventBatchTable {
  eventLog: string;
  key: string;
  seq: number;
  bodyHash: string;
  events: number;
  /** With pseudonyms in it; null once the events are in the log. */
  body: readonly PushedEvent[] | null;
  types: Readonly<Record<string, AttributeType>>;
  pseudonyms: readonly string[];
  state: 'waiting' | 'folded' | 'failed';
  attempts: number;
  /** How often it could not be folded, and when it is tried again. */
  tries: number;
  retryAt: Date | null;
  version: string | null;
  fold: Fold | null;
  problem: Record<string, unknown> | null;
  acceptedAt: Date;
  acceptedByKind: ActorKind;
  acceptedById: string;
  foldedAt: Date | null;
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    eventBatch: EventBatchTable;
  }
}
