import { expect, test } from 'vitest';
import { fitsAsSaid, fitsItself, noLogs } from './testing.ts';

const mapping = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: 'D/M/YYYY HH:MM', nullText: '?' };

test.skipIf(noLogs).each([
  { name: 'receipt', file: 'receipt.xes.gz' }, { name: 'uci-incident', file: 'uci-incident.csv.gz', mapping }, { name: 'bpic2012', file: 'bpic2012.xes.gz' },
])('$name: fits its noise-0 model, in replay and alignments; with noise as an independent implementation says (skipped where it says nothing)', async (log) => expect(fitsAsSaid(log)).resolves.toBeUndefined(), 300_000);

test.skipIf(noLogs).each(['orders', 'customers', 'items', 'employees', 'packages'])('the orders by their %s fit their noise-0 model, in replay and alignments', async (objectType) => {
  expect((await fitsItself({ file: 'ocel2-order.sqlite', mapping: { objectType } })).counts).not.toEqual([]);
}, 300_000);
