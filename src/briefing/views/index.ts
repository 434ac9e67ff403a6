export { listed, viewsOfBrief } from './of-brief.ts';
export { viewStatement } from './sentence.ts';
