import { z } from 'zod';
import { defineKind, nameField, proseField, type Finding, type KindRecord } from '../../platform/register/index.ts';

const schema = z.strictObject({
  name: nameField().describe('The word'),
  meaning: proseField(),
  instead: z.array(nameField()).default([]).describe('Words that people use for it and that the sheet does not'),
});

export type Term = z.output<typeof schema>;

/** Terms: one word, one meaning. */
export const termKind = defineKind({
  name: 'term',
  plural: 'terms',
  file: 'glossary.yaml',
  description: 'The company’s own words, each with one meaning',
  schema,
  check: oneMeaningEach,
});

function oneMeaningEach(terms: readonly KindRecord<Term>[]): Finding[] {
  const first = new Map<string, string>();
  return terms.flatMap(({ id, body }) => {
    const word = body.name.toLowerCase();
    const other = first.get(word);
    first.set(word, other ?? id);
    return other === undefined ? [] : [{ level: 'error' as const, kind: 'term', id, path: ['name'], detail: `${other} explains the same word`, value: body.name, wanted: 'one meaning a word' }];
  });
}
