import { incidentKind } from './basics/incidents/index.ts';
import { serviceKind } from './basics/services/index.ts';
import { supplierKind } from './basics/suppliers/index.ts';
import { measureKind } from './evidence/measures/index.ts';
import { calendarKind, companyKind, functionKind, personKind, postKind, processKind, termKind } from './organisation/index.ts';
import type { AnyKind } from './platform/register/index.ts';
import { eventLogKind } from './processes/log-register/index.ts';

/** Every kind of register record, in the order in which a folder is read, shown and written. */
export const kinds: readonly AnyKind[] = [
  companyKind, personKind, postKind, functionKind, calendarKind, supplierKind, serviceKind, processKind, eventLogKind, measureKind, incidentKind, termKind,
];
