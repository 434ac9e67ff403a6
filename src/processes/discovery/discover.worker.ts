import { workerData } from 'node:worker_threads';
import { answerOnce } from '../../platform/worker/index.ts';
import { type DiscoverOrder, unpacked } from './discover.ts';
import { inductiveTree } from './inductive/miner.ts';

// Finds the model of a log that is too long for the server's own thread.
const order = workerData as DiscoverOrder;
answerOnce(() => inductiveTree(unpacked(order), { noise: order.noise }));
