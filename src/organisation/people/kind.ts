import { z } from 'zod';
import { defineKind, emailField, nameField, type Finding, type KindRecord } from '../../platform/register/index.ts';

const schema = z.strictObject({
  name: nameField().describe('As the person is called'),
  email: emailField.optional().describe('Address for signing in and for briefs; without one the person cannot sign in'),
});

export type Person = z.output<typeof schema>;

/** People: who holds posts. */
export const personKind = defineKind({
  name: 'person',
  plural: 'people',
  file: 'people.yaml',
  description: 'People who hold posts or stand in for those who do',
  schema,
  sets: ['administrator'],
  check: oneEmailEach,
  personal: ['name', 'email'],
});

function oneEmailEach(people: readonly KindRecord<Person>[]): Finding[] {
  const first = new Map<string, string>();
  return people.flatMap(({ id, body: { email } }) => {
    if (email === undefined) return [];
    const other = first.get(email);
    if (other === undefined) first.set(email, id);
    return other === undefined ? [] : [{ level: 'error' as const, kind: 'person', id, path: ['email'], detail: `${other} has the same e-mail address`, value: email, wanted: 'an address of this person’s own' }];
  });
}
