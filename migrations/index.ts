import type { Migration } from 'kysely';
import * as m0001 from './0001_platform.ts';

/** In order, forward only; a file is never edited once released. */
export const migrations: Record<string, Migration> = {
  '0001_platform': m0001,
};
