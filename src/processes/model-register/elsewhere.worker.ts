import { workerData } from 'node:worker_threads';
import { answerOnce } from '../../platform/worker/index.ts';
import { type ModelJob, workOn } from './elsewhere.ts';

// Reads, checks or writes a model that is too large for the server's own thread.
answerOnce(() => workOn(workerData as ModelJob));
