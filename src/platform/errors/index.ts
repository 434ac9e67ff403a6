export { codes, type ProblemCode } from './codes.ts';
export { placeName, readDocument, type Fault } from './faults.ts';
export { Problem, problem, problems, sentence, type Place, type ProblemDetail } from './problem.ts';
