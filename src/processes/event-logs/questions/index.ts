export { activityNames, attributes, attributeValues } from './attributes.ts';
export { allCases, allCasesAmong, type CaseDurations, caseDurations, type CaseEvent, type CasePage, type CaseRow, cases, casesAmong, eventsOfCase, type Variant, variants } from './cases.ts';
export { isPersonal } from './filter-attribute.ts';
export { eventsWhere, filterSql, type FollowsFilter, type LogFilter } from './filter.ts';
export { type LogMap, map, type MapEdge } from './map.ts';
export { MoveCache } from './moves.ts';
export { isoOf } from './names.ts';
export { type LogSummary, rejections, summary } from './summary.ts';
export { type Asker, FairQueue, queuedEngine, queueLimits, type QuestionEngine, type QueueLimits } from './queue.ts';
