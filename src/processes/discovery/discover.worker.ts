import { workerData } from 'node:worker_threads';
import { answerOnce } from '../../platform/worker/index.ts';
import { unpacked } from '../models/index.ts';
import type { DiscoverOrder } from './discover.ts';
import { inductiveTree } from './inductive/miner.ts';

// Finds the model of a log that is too long for the server's own thread.
const order = workerData as DiscoverOrder;
answerOnce(() => inductiveTree(unpacked(order.log), { noise: order.noise }));
