import { join } from 'node:path';

/** The event store below a data folder. */
export function eventsDir(dataDir: string): string {
  return join(dataDir, 'events');
}
