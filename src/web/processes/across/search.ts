import { choice, said, text } from '../../app/search.ts';

/** What the address of the page across functions says: which hand-over is opened, and which of its rows. */
export const acrossSearch = (s: Record<string, unknown>) => said({ link: text(s['link']), back: choice(s['back'], ['true']), rows: choice(s['rows'], ['all', 'waiting']) });
export type AcrossSearch = ReturnType<typeof acrossSearch>;
