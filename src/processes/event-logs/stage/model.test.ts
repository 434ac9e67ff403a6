import { expect, test } from 'vitest';
import { attributeColumn, literal, quoted, stageTables } from './model.ts';

test('names and texts are quoted so that none can leave its quotes', () => {
  expect(quoted('a "b"')).toBe('"a ""b"""');
  expect(literal("it's")).toBe("'it''s'");
  expect(attributeColumn('cost')).toBe('"@cost"');
});

test('the tables carry the declared attributes with their types', () => {
  const tables = stageTables({
    columns: { lifecycle: true, resource: false, instance: false, start: true },
    eventAttributes: [{ name: 'cost', type: 'double' }],
    caseAttributes: [{ name: 'who"', type: 'code' }],
  });
  expect(tables).toHaveLength(3);
  expect(tables[0]).toContain('"start" TIMESTAMP, "@cost" DOUBLE)');
  expect(tables[2]).toContain('"@who""" INTEGER)');
});
