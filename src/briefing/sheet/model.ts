import type { Claim } from '../../evidence/claims/index.ts';

/** Who answers for something; the holder is null while the post is vacant. */
export interface PostRef {
  readonly id: string;
  readonly name: string;
  readonly holder: string | null;
}

export interface Series {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly start: string; readonly value: number | null; readonly lo: number | null; readonly hi: number | null; readonly n: number; readonly settling?: boolean | undefined }[];
}

/** A process as the sheet speaks of it. */
export interface SheetProcess {
  readonly id: string;
  readonly name: string;
  /** What one case is, in the singular. */
  readonly caseNoun: string;
  readonly owner: PostRef;
  readonly claims: readonly Claim[];
  readonly series: readonly Series[];
}

/** A service as the sheet speaks of it; instants in milliseconds. */
export interface SheetService {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly owner: PostRef;
  readonly supplier: string | null;
  readonly state: 'up' | 'down' | 'maintenance' | 'unknown';
  readonly since: number | null;
  readonly below: boolean | null;
  /** The last whole window, in words: “October”. */
  readonly windowWords: string;
  /** Processes that need it. */
  readonly neededBy: readonly string[];
  readonly claims: readonly Claim[];
}

/** Everything that a sheet is made from. */
export interface SheetInput {
  readonly company: { readonly name: string; readonly zone: string };
  readonly asOf: number;
  readonly pinned: boolean;
  readonly processes: readonly SheetProcess[];
  readonly services: readonly SheetService[];
  /** Claims about the whole company: services down, services below their level. */
  readonly claims: readonly Claim[];
  /** Where the web client shows a process or service; null where it has no page. */
  readonly link: (subject: { readonly kind: 'process' | 'service'; readonly id: string }) => { readonly label: string; readonly to: string } | null;
}
