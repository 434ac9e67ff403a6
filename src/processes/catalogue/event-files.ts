import type { z } from 'zod';
import type { uploadSchema } from '../event-logs/schemas.ts';
import type { ImportProgress, Mode, Reading, StagedVersion } from './model.ts';

/** What is seen in a file before it is imported: its format, columns, a guessed mapping and a few rows. */
export type Looked = Omit<z.input<typeof uploadSchema>, 'id' | 'name' | 'bytes' | 'sha256'>;

export interface StageRequest {
  readonly eventLog: string;
  readonly path: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly reading: Reading;
  readonly mode: Mode;
  /** The current version, to append to or to compare with. */
  readonly current: { readonly id: string; readonly manifest: unknown } | null;
  /** Personal values are pseudonyms already. */
  readonly pseudonymised?: boolean;
  /** One of many of a source that is read again and again: known bytes are looked at like any, and no readable row is nothing new. */
  readonly increment?: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

export interface FlattenRequest extends Pick<StageRequest, 'current' | 'onProgress' | 'signal'> {
  /** The version whose objects are flattened anew. */
  readonly from: { readonly id: string; readonly manifest: unknown };
  readonly objectType: string;
}

/** The event store as imports use it: files in, parts of a dataset version out. */
export interface EventFiles {
  readonly format: (path: string) => Promise<Reading['format']>;
  /** Refuses a reading that does not fit the head of the file, before anything is recorded or queued. */
  readonly check: (path: string, name: string, reading: Reading) => Promise<void>;
  readonly look: (path: string, name: string) => Promise<Looked>;
  readonly stage: (request: StageRequest) => Promise<StagedVersion>;
  readonly flatten: (request: FlattenRequest) => Promise<StagedVersion>;
}
