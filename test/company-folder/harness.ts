import { join } from 'node:path';
import { fixedClock } from '../../src/platform/clock/index.ts';
import { openDb, type Db } from '../../src/platform/db/index.ts';
import { applyFolder, loadFolder, planApply, readFolder, type ApplyOptions, type FolderFile, type PlanOptions } from '../../src/platform/company-folder/index.ts';
import type { Actor, Ctx, PermissionSet } from '../../src/platform/write/index.ts';
import { kinds } from '../../src/app/kinds.ts';
import { testDatabase } from '../harness/database.ts';

export { kinds };

/** The small company beside this file. */
export const smallCompany = (): Promise<FolderFile[]> => loadFolder(join(import.meta.dirname, 'small'), kinds.all);

/** The same files with one of them rewritten; `null` leaves it out. */
export function edited(files: readonly FolderFile[], path: string, change: ((text: string) => string) | null): FolderFile[] {
  return files.flatMap((f) => {
    if (f.path !== path) return [f];
    return change === null ? [] : [{ path, bytes: new TextEncoder().encode(change(new TextDecoder().decode(f.bytes))) }];
  });
}

export function actor(sets: readonly PermissionSet[], posts: readonly string[] = [], id = 'ada'): Actor {
  return { kind: 'person', id, sets: new Set(sets), posts: posts.map((post) => ({ post, deputy: false })) };
}

/** Reads files and applies what they say. */
export const applyFiles = (ctx: Ctx, files: readonly FolderFile[], of: typeof kinds, options: ApplyOptions = {}) => applyFolder(ctx, readFolder(files, of.all), of, options);

/** Reads files and plans what they say. */
export const planFiles = (ctx: Ctx, files: readonly FolderFile[], of: typeof kinds, options: PlanOptions = {}) => planApply(ctx, readFolder(files, of.all), of, options);

export interface Workspace {
  readonly db: Db;
  /** A context at an instant (default: 2026-05-04 09:00 UTC, a Monday) of an actor (default: an administrator). */
  readonly as: (who?: Actor, at?: string) => Ctx;
  readonly close: () => Promise<void>;
}

/** A fresh database of its own. */
export async function workspace(): Promise<Workspace> {
  const database = await testDatabase();
  const { db } = openDb(database.connectionString, { size: 10 });
  return {
    db,
    as: (who = actor(['administrator']), at = '2026-05-04T09:00:00Z') => ({ db, clock: fixedClock(new Date(at)), actor: who }),
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}
