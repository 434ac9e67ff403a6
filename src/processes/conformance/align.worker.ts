import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../platform/errors/index.ts';
import { alignHere } from './align-here.ts';
import { type AlignNews, type AlignOrder, deadline } from './align-log.ts';

// Aligns some variants of a log and tells what was found by the deadline.
const { net, log, seconds } = workerData as AlignOrder;

function work(): AlignNews {
  try {
    return { aligned: alignHere(net, log, deadline(seconds)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, value, wanted } = error;
    return { failure: { code, detail: { detail, ...(value === undefined ? {} : { value }), ...(wanted === undefined ? {} : { wanted }) } } };
  }
}

parentPort!.postMessage(work(), []);
