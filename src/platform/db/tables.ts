/**
 * All tables by name. Each store adds its own by declaration merging, so that no upper folder knows a lower one:
 * `declare module '<path>/platform/db/tables.ts' { interface Tables { service_check: ServiceCheckTable } }`.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface Tables {}
