import { describe, expect, it } from 'vitest';
import { whatWords } from './audit-words.ts';

const names = { record: (kind: string, id: string) => (kind === 'post' ? 'the post COO' : `${kind} ${id}`) };
const entry = (action: string, kind: string, detail: Record<string, unknown> = {}) => ({ action, detail, subject: { kind, id: 'x' } });

describe('what an audit entry says', () => {
  it.each([
    [entry('record.change', 'post'), 'changed the post COO'],
    [entry('grant.add', 'grant', { set: 'viewer', holder: { kind: 'post', id: 'coo' } }), 'gave the set viewer to the post COO'],
    [entry('grant.end', 'grant', { set: 'viewer', holder: { kind: 'key', id: 'k' } }), 'took away the set viewer from api-key k'],
    [entry('link.create', 'link', { purpose: 'invitation' }), 'made an invitation link'],
    [entry('pseudonym.look-up', 'pseudonym', { found: false }), 'looked up who stands behind pseudonym x, in vain'],
    [entry('event-log.import', 'event-log', { events: 85188 }), 'brought 85,188 events into event-log x'],
    [entry('session.start', 'sign-in'), 'signed in'],
    [entry('thing.unheard', 'thing'), 'thing.unheard thing x'],
  ])('%j', (e, said) => expect(whatWords(e, names)).toBe(said));
});
