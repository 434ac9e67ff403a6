import type { Migration } from 'kysely';
import * as m0001 from './0001_platform.ts';
import * as m0002 from './0002_auth.ts';
import * as m0003 from './0003_register.ts';
import * as m0004 from './0004_catalogue.ts';
import * as m0005 from './0005_evidence.ts';
import * as m0006 from './0006_event_batches.ts';
import * as m0007 from './0007_pulls.ts';
import * as m0009 from './0009_simulations.ts';

/** In order, forward only; a file is never edited once released. */
export const migrations: Record<string, Migration> = {
  '0001_platform': m0001,
  '0002_auth': m0002,
  '0003_register': m0003,
  '0004_catalogue': m0004,
  '0005_evidence': m0005,
  '0006_event_batches': m0006,
  '0007_pulls': m0007,
  '0009_simulations': m0009,
};
