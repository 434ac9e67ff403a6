import type { Claim } from './model.ts';

export interface ClaimTable {
  id: string;
  key: string;
  subjectKind: string;
  subjectId: string;
  measure: string;
  body: Claim;
  computedAt: Date;
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    claim: ClaimTable;
  }
}
