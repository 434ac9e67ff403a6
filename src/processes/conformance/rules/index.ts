export { checkRule } from './check.ts';
export type { Rule, RuleAnswer } from './model.ts';
