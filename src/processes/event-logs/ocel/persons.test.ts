import { expect, test } from 'vitest';
import { personTypes, shownTypes, stillOpen } from './persons.ts';

test('types with usual names of people are taken for them until somebody says which are', () => {
  expect(personTypes(undefined, ['order', 'employees'])).toEqual(['employees']);
  expect(personTypes({ objectTypes: ['order'], attributes: [] }, ['order', 'employees'])).toEqual(['order']);
});

test('types of fewer than five people are not counted out, all others are', () => {
  const types = [{ name: 'order', objects: 3 }, { name: 'employee', objects: 4 }, { name: 'driver', objects: 5 }];
  expect(shownTypes(types, { objectTypes: ['employee', 'driver'], attributes: [] }).map((t) => t.name)).toEqual(['order', 'driver']);
  expect(shownTypes(types, undefined)).toEqual(types);
});

test('what is to be people and was not hidden is named', () => {
  const names = { objectTypes: ['order', 'employee'], attributes: ['user', 'employee', 'colour'] };
  expect(stillOpen(names, undefined, undefined)).toEqual(['employee', 'user']);
  expect(stillOpen(names, undefined, { objectTypes: ['employee'], attributes: ['employee'] })).toEqual(['user']);
  expect(stillOpen(names, { objectTypes: ['order'], attributes: [] }, { objectTypes: ['employee'], attributes: [] })).toEqual(['order']);
  expect(stillOpen(names, { objectTypes: [], attributes: [] }, undefined)).toEqual([]);
});
