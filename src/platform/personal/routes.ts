import { z } from 'zod';
import { route, type AnyRoute } from '../http/index.ts';
import { erasePerson, erasePseudonym, lookUp, type PersonalRecords } from './erase.ts';
import type { Pseudonymiser } from './pseudonym.ts';
import * as s from './schemas.ts';

const tag = 'personal data';
const sets = ['administrator'] as const;

/** Who stands behind a pseudonym, and erasing people; each is on record. */
export function personalRoutes({ records, pseudonym }: { records: PersonalRecords; pseudonym: Pseudonymiser }): AnyRoute[] {
  const erase = erasePerson(records, pseudonym);
  return [
    route({ method: 'POST', path: '/pseudonyms/look-up', id: 'lookUpPseudonym', summary: 'Who stands behind a pseudonym; the look-up is on record', tag, sets, body: s.lookUpInput, response: s.lookUpSchema, handler: (ctx, { body }) => lookUp(ctx, body) }),
    route({ method: 'POST', path: '/pseudonyms/erase', id: 'erasePseudonym', summary: 'Forget who stands behind a pseudonym, in every log', tag, sets, body: s.erasePseudonymInput, response: z.object({ keyRows: z.number().int() }), handler: (ctx, { body }) => erasePseudonym(ctx, body) }),
    route({ method: 'POST', path: '/people/:id/erase', id: 'erasePerson', summary: 'Erase a person: sign-in, pseudonym keys, and the name in records', tag, sets, params: s.personParams, body: s.eraseInput, response: s.erasedSchema, handler: (ctx, { params, body }) => erase(ctx, { ...body, ...params }) }),
  ];
}
