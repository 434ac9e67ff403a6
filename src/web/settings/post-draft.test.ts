import { expect, it } from 'vitest';
import { postBody, postDraft } from './post-draft.ts';

const cio = { name: 'Chief Information Officer', reportsTo: 'ceo', holders: [{ person: 'sanjay', from: '2022-01-10' }, { person: 'ben', from: '2019-01-01', to: '2022-01-09' }], delegations: [{ deputy: 'nadia', from: '2026-10-26', to: '2026-10-30', reason: 'Annual leave' }] };

it('a post comes back as it was where nothing is typed', () => expect(postBody(postDraft(cio))).toEqual(cio));
it('what is left empty is not sent, blanks around words neither', () => expect(postBody({ ...postDraft(null), name: ' COO ' })).toEqual({ name: 'COO', holders: [], delegations: [] }));
