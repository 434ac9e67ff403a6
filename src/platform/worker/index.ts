export { answerOnce, askWorker, type AskLimits } from './ask.ts';
export { spawnWorker } from './spawn.ts';
