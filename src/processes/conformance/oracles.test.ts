import { expect, test } from 'vitest';
import { fitsAsSaid, noLogs } from './testing.ts';

// The larger logs are in oracles.slow.test.ts.
test.skipIf(noLogs).each([
  { name: 'running-example', file: 'running-example.xes' }, { name: 'sepsis', file: 'sepsis.xes.gz' }, { name: 'bpic2013-closed-problems', file: 'bpic2013-closed-problems.xes.gz' },
])('$name: fits its noise-0 model, in replay and alignments; with noise as an independent implementation says (skipped where it says nothing)', async (log) => expect(fitsAsSaid(log)).resolves.toBeUndefined(), 60_000);
