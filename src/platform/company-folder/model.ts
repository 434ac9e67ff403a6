import type { Place, ProblemDetail } from '../errors/index.ts';
import type { AnyKind } from '../register/index.ts';

/** A file of a company folder: its path inside the folder, with `/`, and its bytes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A record as a folder proposes it, with the place of every field. */
export interface LocatedRecord {
  readonly kind: AnyKind;
  readonly id: string;
  readonly body: unknown;
  readonly file: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  /** File, line and column of the field at `path`, or of the nearest field around it. */
  readonly place: (path?: readonly (string | number)[]) => Place;
}

/** What a folder says: its records, the kinds that it has a file for, and everything wrong with it. */
export interface Folder {
  readonly records: readonly LocatedRecord[];
  /** Names of kinds with a file or a subfolder, even an empty one: only these can be pruned. */
  readonly kinds: ReadonlySet<string>;
  readonly errors: readonly ProblemDetail[];
}

/** A record before its body was checked. */
export interface RawRecord {
  readonly id: unknown;
  readonly raw: unknown;
  /** The place of a value, or with `ofKey` of the name of its field. */
  readonly place: (path?: readonly (string | number)[], ofKey?: boolean) => Place;
  readonly idPlace: Place;
}

/** Sizes beyond which a folder is refused, in bytes and counts; named once, pinned by a test. */
export const limits = { yamlBytes: 4 * 2 ** 20, tableBytes: 32 * 2 ** 20, folderBytes: 48 * 2 ** 20, files: 5000, depth: 60, errors: 200 } as const;
