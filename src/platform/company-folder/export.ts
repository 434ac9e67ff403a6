import type { Db } from '../db/index.ts';
import type { Kinds } from '../register/index.ts';
import { lookAhead, workspaceRecords } from './apply.ts';
import { generateSchemas } from './json-schema.ts';
import { writeFolder } from './write-folder.ts';

/** The workspace's registers as the files of a company folder, with the JSON Schemas that its first lines name. Applying them changes nothing. */
export async function exportFolder(db: Db, kinds: Kinds): Promise<{ path: string; text: string }[]> {
  const records = (await workspaceRecords(db, kinds)).filter((r) => !r.retired);
  await lookAhead(records, kinds);
  const schemas = Object.entries(generateSchemas(kinds)).map(([name, schema]) => ({ path: `schemas/${name}`, text: `${JSON.stringify(schema, null, 1)}\n` }));
  return [...writeFolder(records, kinds.all), ...schemas];
}
