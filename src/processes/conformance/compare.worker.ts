import { workerData } from 'node:worker_threads';
import { answerOnce } from '../../platform/worker/index.ts';
import { unpacked } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { type CompareOrder, deadline } from './elsewhere.ts';
import { fitHere } from './fit-here.ts';
import { replay } from './replay.ts';

// Compares some variants of a log with a model and tells what was found by the deadline.
answerOnce(() => {
  const { want, net, log, seconds } = workerData as CompareOrder;
  const [variants, stop] = [unpacked(log), deadline(seconds)];
  if (want === 'aligned') return alignHere(net, variants, stop);
  return want === 'replayed' ? replay(net, variants, stop) : fitHere(net, variants, want, stop);
});
