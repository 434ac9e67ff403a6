export { ruleRoutes } from './routes.ts';
export { checkRule } from './check.ts';
export { processRuleKind } from './kind.ts';
export type { Rule } from './rule.ts';
