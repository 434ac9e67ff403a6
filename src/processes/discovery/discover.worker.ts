import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../platform/errors/index.ts';
import { type DiscoverNews, type DiscoverOrder, unpacked } from './discover.ts';
import { inductiveTree } from './inductive/miner.ts';

// Finds the model of a log that is too long for the server's own thread.
const order = workerData as DiscoverOrder;

function work(): DiscoverNews {
  try {
    return { tree: inductiveTree(unpacked(order), { noise: order.noise }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, value, wanted } = error;
    return { failure: { code, detail: { detail, ...(value === undefined ? {} : { value }), ...(wanted === undefined ? {} : { wanted }) } } };
  }
}

parentPort!.postMessage(work(), []);
