import { incidentKind } from '../basics/incidents/index.ts';
import { serviceKind } from '../basics/services/index.ts';
import { supplierKind } from '../basics/suppliers/index.ts';
import { measureKind } from '../evidence/measures/index.ts';
import { calendarKind, companyKind, functionKind, personKind, postKind, processKind, termKind } from '../organisation/index.ts';
import { kindsByName } from '../platform/register/index.ts';
import { processRuleKind } from '../processes/conformance/index.ts';
import { processLinkKind } from '../processes/link-register/index.ts';
import { eventLogKind } from '../processes/log-register/index.ts';
import { processModelKind } from '../processes/model-register/index.ts';
import { savedViewKind } from '../processes/saved-views/index.ts';

/** Every kind of record that a company folder holds, in the order in which a folder is read. */
export const kinds = kindsByName([companyKind, personKind, postKind, functionKind, calendarKind, processKind, supplierKind, serviceKind, measureKind, eventLogKind, processModelKind, processRuleKind, processLinkKind, savedViewKind, incidentKind, termKind]);
