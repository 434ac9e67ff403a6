export { agreedHours, type AgreedHours } from './calendars/model.ts';
export { workingCalendar } from './calendars/working-calendar.ts';
export { calendarKind, type Calendar } from './calendars/kind.ts';
export { functionKind, type BusinessFunction } from './functions/kind.ts';
export { termKind, type Term as GlossaryTerm } from './glossary/kind.ts';
export { personKind, type Person } from './people/kind.ts';
export { postKind, type Post } from './posts/kind.ts';
export { processKind, type Process } from './processes/kind.ts';
export { companyKind, type CompanySettings } from './settings/kind.ts';
