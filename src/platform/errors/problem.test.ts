import { expect, test } from 'vitest';
import { Problem, problem, problems, sentence } from './index.ts';

test('a problem names the place, the value and what was wanted', () => {
  const p = problem('bad-input', { detail: 'The owner is not a post', value: 'bob', wanted: 'one of: coo, cio', at: { file: 'services.yaml', line: 7, column: 3 } });
  expect(p.message).toBe('services.yaml:7:3: The owner is not a post: got “bob”, wanted one of: coo, cio');
  expect(p.status).toBe(422);
  expect(p.toJSON()).toMatchObject({ code: 'bad-input', status: 422, value: 'bob', at: { line: 7 } });
  expect(problem('not-found', { detail: 'No service has this id', value: 'wms', wanted: 'one of: erp, mail' }).status).toBe(404);
});

test('several failures keep their order and long values are cut', () => {
  const p = problems('bad-input', [{ detail: 'first', value: 'x'.repeat(500) }, { detail: 'second' }]);
  expect(p).toBeInstanceOf(Problem);
  expect(p.errors.map((e) => e.detail)).toEqual(['first', 'second']);
  expect(JSON.stringify(p).length).toBeLessThan(900);
  expect(() => problems('bad-input', [])).toThrow(RangeError);
  expect(sentence({ detail: 'No file', wanted: 'a folder' })).toBe('No file: wanted a folder');
});
