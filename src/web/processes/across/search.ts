import { choice, said, text } from '../../app/search.ts';

/** Rows of a hand-over: of the last month where nothing is said, all, cases by what became of them, or by their keys. */
const rows = ['all', 'waiting', 'handed-over', 'other-way', 'not-taken-up', 'no-partner', 'with-key', 'not-yet', 'from-several', 'to-several'] as const;

/** What the address of the page across functions says: which hand-over is opened and which of its rows, and between which functions. */
export const acrossSearch = (s: Record<string, unknown>) => said({ link: text(s['link']), back: choice(s['back'], ['true']), rows: choice(s['rows'], rows), from: text(s['from']), to: text(s['to']), within: choice(s['within'], ['true']) });
export type AcrossSearch = ReturnType<typeof acrossSearch>;
