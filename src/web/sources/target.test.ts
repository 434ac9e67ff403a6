import { describe, expect, it } from 'vitest';
import { slug, targetOf } from './target.tsx';

const choice = { log: '', name: 'Orders (Leeds) 2026', process: '', mode: undefined };

describe('where an import goes', () => {
  it('makes an id of a name', () => {
    expect([slug('Orders (Leeds) 2026'), slug('Überweisungen'), slug('…')]).toEqual(['orders-leeds-2026', 'uberweisungen', '']);
  });

  it('replaces by default at first, and wants the mode said afterwards', () => {
    expect(targetOf(choice, [])).toEqual({ body: { eventLog: 'orders-leeds-2026', mode: 'replace', name: 'Orders (Leeds) 2026' }, gaps: [], first: true });
    expect(targetOf({ ...choice, log: 'orders' }, [{ id: 'orders', version: 'v1' }]).gaps).toHaveLength(1);
    expect(targetOf({ ...choice, log: 'orders', mode: 'append' }, [{ id: 'orders', version: 'v1' }])).toMatchObject({ gaps: [], body: { eventLog: 'orders', mode: 'append' } });
  });

  it('does not overwrite a log by an equal name, and wants a name', () => {
    expect(targetOf({ ...choice, name: 'Orders' }, [{ id: 'orders', version: 'v1' }]).gaps[0]).toContain('already an event log');
    expect(targetOf({ ...choice, name: '…' }, []).gaps).toEqual(['Give the event log a name.']);
  });
});
