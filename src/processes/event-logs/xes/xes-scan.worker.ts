import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { asNews, buffersOf, OUTSTANDING_BATCHES, type ScanNews, type ScanOrder, scanHere } from './read.ts';

// Scans one file and posts its batches, waiting where the other side is slower.
const port = parentPort!;
const { path, options, limits } = workerData as ScanOrder;
const flow = { outstanding: 0, told: 0 };
port.on('message', () => flow.outstanding--);

async function scan(): Promise<ScanNews> {
  const report = await scanHere({ path }, options, limits, async (batch) => {
    while (flow.outstanding >= OUTSTANDING_BATCHES) await once(port, 'message');
    flow.outstanding++;
    port.postMessage({ batch } satisfies ScanNews, buffersOf(batch));
  }, {
    onProgress: (progress) => {
      if (progress - flow.told < 1 << 20) return;
      flow.told = progress;
      port.postMessage({ progress } satisfies ScanNews, []);
    },
  });
  return { report };
}

port.postMessage(await scan().catch(asNews), []);
port.close();
