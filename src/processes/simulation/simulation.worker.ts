import { parentPort, workerData } from 'node:worker_threads';
import { replicate, type Replications } from './outcome.ts';

for (const outcomes of replicate(workerData as Replications)) parentPort!.postMessage(outcomes, []);
