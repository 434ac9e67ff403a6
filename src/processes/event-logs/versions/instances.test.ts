import { expect, test } from 'vitest';
import { lifecycleKinds } from './instances.ts';

test('a log without starts needs no pairing', () => {
  expect(lifecycleKinds([{ code: 0, value: 'complete' }])).toBeNull();
  expect(lifecycleKinds([{ code: 0, value: 'Awaiting Assignment' }])).toBeNull();
  expect(lifecycleKinds([{ code: 0, value: 'START' }, { code: 1, value: 'complete' }])).toEqual({ starts: [0], ends: [1], others: [] });
});
