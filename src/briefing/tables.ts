import type { ActorKind } from '../platform/audit/index.ts';
import type { Brief } from './schemas.ts';

export interface BriefTable {
  id: string;
  title: string;
  headline: string;
  createdAt: Date;
  createdByKind: ActorKind;
  createdById: string;
  body: Brief;
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    brief: BriefTable;
  }
}
