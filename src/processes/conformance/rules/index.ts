export { ruleRoutes } from './routes.ts';
export { casesBreaking, allCasesBreaking, checkRule, type RuleScope } from './check.ts';
export { processRuleKind } from './kind.ts';
export { type Rule, type RuleAnswer, ruleSchema } from './rule.ts';
