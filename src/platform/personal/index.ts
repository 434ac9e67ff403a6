export type { PersonalRecords } from './erase.ts';
export { enoughPeople, fewestPeople } from './model.ts';
export { pseudonymiser, type Pseudonymiser } from './pseudonym.ts';
export { personalRoutes } from './routes.ts';
export { keepOnlyPseudonyms, rememberPseudonyms, sharePseudonyms, type PseudonymRow } from './store.ts';
