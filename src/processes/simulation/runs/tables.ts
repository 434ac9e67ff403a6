import type { ActorKind } from '../../../platform/audit/index.ts';
import type { SimulationInputs, SimulationRequest, StoredStudy } from './model.ts';

export interface SimulationRunTable {
  id: string;
  eventLog: string;
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted';
  request: SimulationRequest;
  inputs: SimulationInputs;
  inputsHash: string;
  study: StoredStudy | null;
  problem: Record<string, unknown> | null;
  createdAt: Date;
  createdByKind: ActorKind;
  createdById: string;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface SimulationDifferenceTable {
  run: string;
  measure: string;
  position: number;
  quantity: string;
  unit: string;
  beforeChange: number | null;
  afterChange: number | null;
  estimate: number | null;
  lo: number | null;
  hi: number | null;
  level: number;
  n: number;
  draws: number[];
  method: string;
  methodVersion: number;
  seed: number;
  usable: boolean;
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    simulationRun: SimulationRunTable;
    simulationDifference: SimulationDifferenceTable;
  }
}
