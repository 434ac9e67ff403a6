import { expect, test } from 'vitest';
import { giveBackMemory } from './memory.ts';

test('the allocator is set up, unless somebody has', () => {
  const [fresh, own]: NodeJS.ProcessEnv[] = [{}, { DUCKDB_JE_MALLOC_CONF: 'dirty_decay_ms:500' }];
  giveBackMemory(fresh!);
  giveBackMemory(own!);
  expect([fresh, own]).toEqual([{ DUCKDB_JE_MALLOC_CONF: 'dirty_decay_ms:0,muzzy_decay_ms:0' }, { DUCKDB_JE_MALLOC_CONF: 'dirty_decay_ms:500' }]);
});
