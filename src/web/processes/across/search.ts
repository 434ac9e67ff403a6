import { choice, said, text } from '../../app/search.ts';

/** Rows of a hand-over: of the last month where nothing is said, all, or cases by what became of them. */
const rows = ['all', 'waiting', 'handed-over', 'other-way', 'not-taken-up', 'no-partner'] as const;

/** What the address of the page across functions says: which hand-over is opened, and which of its rows. */
export const acrossSearch = (s: Record<string, unknown>) => said({ link: text(s['link']), back: choice(s['back'], ['true']), rows: choice(s['rows'], rows) });
export type AcrossSearch = ReturnType<typeof acrossSearch>;
