import { said, text } from '../app/search.ts';

/** What the address of the import page says: the event log or process that the file is for. */
export const importSearch = (s: Record<string, unknown>) => said({ log: text(s.log), process: text(s.process) });
