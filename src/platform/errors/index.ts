export { codes, type ProblemCode } from './codes.ts';
export { Problem, problem, problems, sentence, type Place, type ProblemDetail } from './problem.ts';
