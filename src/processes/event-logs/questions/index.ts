export { type CaseDurations, caseDurations, type CaseEvent, type CasePage, type CaseRow, cases, eventsOfCase, type Variant, variants } from './cases.ts';
export { eventsWhere, type FilterSql, filterSql, type LogFilter } from './filter.ts';
export { type LogMap, map, type MapEdge, pairsSql } from './map.ts';
export { isoOf } from './names.ts';
export { type LogSummary, rejections, summary } from './summary.ts';
