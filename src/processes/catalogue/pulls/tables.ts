import type { z } from 'zod';
import type { ActorKind } from '../../../platform/audit/index.ts';
import type { Rejected } from '../model.ts';
import type { PulledColumn } from './model.ts';
import type { Definition, pullReportSchema } from './schemas.ts';

export type PullReport = z.output<typeof pullReportSchema>;

export interface PullTable {
  id: string;
  /** Counts changes: a change, and a pull under way, are settled by it. */
  revision: number;
  definition: Definition;
  eventLog: string;
  columns: readonly PulledColumn[];
  secret: string;
  state: 'active' | 'paused' | 'removed';
  cursor: string | null;
  failures: number;
  problem: Record<string, unknown> | null;
  lastDoneAt: Date | null;
  nextAt: Date | null;
  createdAt: Date;
}

export interface PullRunTable {
  id: string;
  pull: string;
  eventLog: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  askedByKind: ActorKind;
  askedById: string;
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cursorBefore: string | null;
  cursorAfter: string | null;
  rows: number | null;
  complete: boolean | null;
  version: string | null;
  report: PullReport | null;
  rejected: readonly Rejected[] | null;
  problem: Record<string, unknown> | null;
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    pull: PullTable;
    pullRun: PullRunTable;
  }
}
