import type { ActorKind } from '../../platform/audit/index.ts';
import type { ImportReport, ImportRequest, Mode, Reading } from './model.ts';

export interface DatasetVersionTable {
  id: string;
  eventLog: string;
  parent: string | null;
  mode: Mode;
  manifest: unknown;
  fileName: string;
  fileSha256: string;
  reading: Reading;
  events: number;
  cases: number;
  firstEvent: Date | null;
  lastEvent: Date | null;
  report: ImportReport;
  importedAt: Date;
  importedByKind: ActorKind;
  importedById: string;
  collectedAt: Date | null;
}

export interface EventLogCurrentTable {
  eventLog: string;
  version: string;
  changedAt: Date;
}

export interface UploadTable {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
  createdAt: Date;
  createdByKind: ActorKind;
  createdById: string;
}

export interface ImportRunTable {
  id: string;
  eventLog: string;
  upload: string;
  mode: Mode;
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  request: ImportRequest;
  version: string | null;
  report: ImportReport | null;
  problem: Record<string, unknown> | null;
  createdAt: Date;
  createdByKind: ActorKind;
  createdById: string;
  finishedAt: Date | null;
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    datasetVersion: DatasetVersionTable;
    eventLogCurrent: EventLogCurrentTable;
    upload: UploadTable;
    importRun: ImportRunTable;
  }
}
