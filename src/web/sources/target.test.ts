import { describe, expect, it } from 'vitest';
import { slug, targetOf } from './target.tsx';

const choice = { log: '', name: 'Orders (Leeds) 2026', process: '', zone: '', mode: undefined };

describe('where an import goes', () => {
  it('makes an id of a name', () => {
    expect([slug('Orders (Leeds) 2026'), slug('Überweisungen'), slug('…')]).toEqual(['orders-leeds-2026', 'uberweisungen', '']);
  });

  it('replaces by default at first, and wants the mode said afterwards', () => {
    expect(targetOf(choice, [], 'Europe/London')).toEqual({ body: { eventLog: 'orders-leeds-2026', zone: 'Europe/London', mode: 'replace', name: 'Orders (Leeds) 2026' }, gaps: [], first: true });
    expect(targetOf({ ...choice, log: 'orders' }, [{ id: 'orders', version: 'v1' }], 'UTC').gaps).toHaveLength(1);
    expect(targetOf({ ...choice, log: 'orders', mode: 'append' }, [{ id: 'orders', version: 'v1' }], 'UTC')).toMatchObject({ gaps: [], body: { eventLog: 'orders', mode: 'append' } });
  });

  it('reads a log on in its own zone, unless another is said', () => {
    const known = [{ id: 'orders', version: 'v1' }, { id: 'empty', version: null }];
    const zoneOf = (log: string, zone = '') => targetOf({ ...choice, log, zone, mode: 'append' }, known, 'Europe/London').body.zone;
    expect([zoneOf('orders'), zoneOf('orders', ' Asia/Tokyo '), zoneOf('empty'), zoneOf('')]).toEqual([undefined, 'Asia/Tokyo', 'Europe/London', 'Europe/London']);
  });

  it('does not overwrite a log by an equal name, and wants a name', () => {
    expect(targetOf({ ...choice, name: 'Orders' }, [{ id: 'orders', version: 'v1' }], 'UTC').gaps[0]).toContain('already an event log');
    expect(targetOf({ ...choice, name: '…' }, [], 'UTC').gaps).toEqual(['Give the event log a name.']);
    expect(targetOf({ ...choice, zone: 'Mars/Base' }, [], 'UTC').gaps).toEqual(['“Mars/Base” is no zone: name one as Europe/Amsterdam.']);
  });
});
