import { expect, test } from 'vitest';
import { personsOf, withPerson } from './persons.ts';

test('people are those of the log where it has some, or else those of the usual names', () => {
  const guess = { objectTypes: ['employee'], attributes: ['user'] }, said = { objectTypes: ['driver'], attributes: [] };
  expect(personsOf({ persons: guess }, undefined)).toEqual(guess);
  expect(personsOf({ persons: guess }, { objects: null })).toEqual(guess);
  expect(personsOf({ persons: guess }, { objects: { personal: null } })).toEqual(guess);
  expect(personsOf({ persons: guess }, { objects: { personal: said } })).toEqual(said);
  expect(personsOf({}, undefined)).toEqual({ objectTypes: [], attributes: [] });
});

test('a name is put in once and taken out, the other list stays', () => {
  const persons = { objectTypes: ['employee'], attributes: ['user'] };
  expect(withPerson(persons, 'objectTypes', 'driver', true)).toEqual({ objectTypes: ['employee', 'driver'], attributes: ['user'] });
  expect(withPerson(persons, 'objectTypes', 'employee', true)).toEqual(persons);
  expect(withPerson(persons, 'attributes', 'user', false)).toEqual({ objectTypes: ['employee'], attributes: [] });
});
