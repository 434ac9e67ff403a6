import { describe, expect, it } from 'vitest';
import { connectionGaps, definitionOf, draftOfPull, emptyDraft, mappingGaps, scheduleGaps, withPreview } from './draft.ts';

const column = (name: string, type: 'text' | 'time' | 'integer', cursor = type !== 'text') => ({ name, type, cursor, examples: [] });
const columns = [column('id', 'integer'), column('ticket', 'text'), column('step', 'text'), column('at', 'time'), column('changed', 'time')];
const guess = { case: 'ticket', activity: 'step', time: 'at', resource: 'who', personal: ['who'] };
const said = { ...emptyDraft, host: ' db.example ', database: 'desk', user: 'reader', query: 'select * from e where changed > $1 order by e.changed;', name: 'Ticket desk' };

describe('what is said about a database to pull from', () => {
  it('asks for what is missing, step by step', () => {
    expect(connectionGaps(emptyDraft)).toEqual(['Name the host of the database.', 'Name the database.', 'Name its user.']);
    expect(connectionGaps({ ...said, port: '0' })).toEqual(['The port is a number from 1 to 65535.']);
    expect(mappingGaps(emptyDraft, columns)).toContain('Say which column only grows: a time or a whole number.');
    expect(scheduleGaps({ ...said, zone: 'Mars/Base', minutes: '0' }, [{ id: 'ticket-desk' }], 'UTC')).toHaveLength(3);
    expect(scheduleGaps({ ...said, kind: 'daily', at: '6:30' }, [], 'UTC')).toEqual(['The time of day is as 06:30.']);
  });

  it('takes the guess of the columns and the order of the query, and keeps what was said', () => {
    const draft = withPreview(said, { columns, guess });
    expect(draft).toMatchObject({ column: 'changed', overlap: '60', mapping: { case: 'ticket', time: 'at' } });
    expect(withPreview({ ...said, query: 'select id … order by id' }, { columns, guess })).toMatchObject({ column: 'id', overlap: '1000' });
    expect(withPreview({ ...draft, overlap: '5', mapping: { ...draft.mapping, case: 'step' } }, { columns, guess })).toMatchObject({ overlap: '5', mapping: { case: 'step' } });
    expect(mappingGaps(draft, columns)).toEqual([]);
  });

  it('becomes what the API takes, and back', () => {
    const definition = definitionOf(withPreview(said, { columns, guess }), columns, 'Europe/London');
    expect(definition).toEqual({
      name: 'Ticket desk', eventLog: 'ticket-desk', connection: { host: 'db.example', port: 5432, database: 'desk', user: 'reader', tls: 'verify' }, query: said.query, cursor: { column: 'changed', overlap: 3600 }, zone: 'Europe/London',
      mapping: { case: 'ticket', activity: 'step', time: 'at', resource: 'who', personal: ['who'] }, schedule: { kind: 'every', minutes: 15 },
    });
    expect(definitionOf(draftOfPull({ definition }, true), columns, 'UTC', definition)).toEqual(definition);
    const daily = { ...definition, schedule: { kind: 'daily' as const, at: '06:30', zone: 'Europe/London' }, mapping: { ...definition.mapping, attributes: [{ column: 'id', type: 'integer' as const, of: 'case' as const }] } };
    expect(definitionOf(draftOfPull({ definition: daily }, true), columns, 'UTC', daily)).toEqual(daily);
  });
});
