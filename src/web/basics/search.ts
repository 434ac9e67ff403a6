import { amount, choice, said, text } from '../app/search.ts';

/** What the address of the list of services says: state, tier and words looked for. */
export const basicsSearch = (s: Record<string, unknown>) => said({ state: choice(s.state, ['up', 'down', 'maintenance', 'unknown']), tier: amount(s.tier), q: text(s.q) });
export type BasicsSearch = ReturnType<typeof basicsSearch>;
