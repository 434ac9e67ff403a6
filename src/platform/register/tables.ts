import type { Generated } from 'kysely';
import type { ActorKind } from '../audit/index.ts';

/** Where a version came from: typed in the app, or a file of a company folder with the SHA-256 of its bytes. */
export type RecordSource = { readonly typedBy: { readonly kind: ActorKind; readonly id: string } } | { readonly file: string; readonly sha256: string };

export interface RegisterRecordTable {
  kind: string;
  slug: string;
  createdAt: Date;
  retiredAt: Date | null;
  /** The version that a company folder last agreed with: the base of a three-way comparison. */
  appliedVersion: string | null;
}

export interface RegisterVersionTable {
  versionId: Generated<string>;
  kind: string;
  slug: string;
  body: unknown;
  bodyHash: string;
  /** Null: since ever. */
  validFrom: Date | null;
  validTo: Date | null;
  recordedAt: Date;
  /** When `validTo` was recorded. */
  closedAt: Date | null;
  supersededAt: Date | null;
  recordedByKind: ActorKind;
  recordedById: string;
  source: RecordSource;
}

export interface RegisterReferenceTable {
  kind: string;
  slug: string;
  toKind: string;
  toSlug: string;
}

declare module '../db/tables.ts' {
  interface Tables {
    registerRecord: RegisterRecordTable;
    registerVersion: RegisterVersionTable;
    registerReference: RegisterReferenceTable;
  }
}

/** One version of a record: what it said, from when to when, and who recorded it from where. */
export interface RecordVersion<B = unknown> {
  readonly kind: string;
  readonly id: string;
  readonly versionId: string;
  readonly body: B;
  readonly hash: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
  readonly recordedBy: { readonly kind: ActorKind; readonly id: string };
  readonly source: RecordSource;
}
