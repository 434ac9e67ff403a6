import { askWorker } from '../../platform/worker/index.ts';
import { FairQueue } from '../event-logs/index.ts';
import { bpmnOf, netOfTree, netSize, outlineOf, pnmlOf, type ProcessTree } from '../models/index.ts';
import { drawingOf, type ReadModel, readModel } from './read-model.ts';

/** What is to be done with a model. */
export type ModelJob =
  | { readonly do: 'read'; readonly text: string; readonly file?: string | undefined }
  | { readonly do: 'show' | 'bpmn' | 'pnml'; readonly tree: ProcessTree };

/** A discovered model to be shown. */
export interface ShownTree {
  readonly outline: string;
  readonly drawing: string | null;
  readonly size: ReturnType<typeof netSize>;
}

const SECONDS = 30;
/** Characters and activities that take no longer than starting a thread does. */
const SHORT_TEXT = 100_000;
const SMALL_TREE = 300;

/** Few threads at once. */
const line = new FairQueue({ running: 2, waiting: 16 });

/** Reads a model, in a thread where it is long. @throws Problem as `readModel` does; `too-long`, `cancelled`. */
export async function readElsewhere(text: string, file?: string, signal?: AbortSignal): Promise<ReadModel> {
  return done<ReadModel>({ do: 'read', text, file }, text.length <= SHORT_TEXT, signal);
}

/** Outline and drawing of a tree. @throws Problem `too-long`, `cancelled`. */
export async function shownTree(tree: ProcessTree, signal?: AbortSignal): Promise<ShownTree> {
  return done<ShownTree>({ do: 'show', tree }, isSmall(tree), signal);
}

/** A tree as a file of BPMN or PNML. @throws Problem `too-long`, `cancelled`. */
export async function treeAs(format: 'bpmn' | 'pnml', tree: ProcessTree, signal?: AbortSignal): Promise<string> {
  return done<string>({ do: format, tree }, isSmall(tree), signal);
}

/** Does a job; the worker does it by this too. */
export function workOn(job: ModelJob): ReadModel | ShownTree | string {
  switch (job.do) {
    case 'read': return readModel(job.text, job.file);
    case 'show': return { outline: outlineOf(job.tree), drawing: drawingOf(job.tree), size: netSize(netOfTree(job.tree)) };
    case 'bpmn': return bpmnOf(job.tree);
    case 'pnml': return pnmlOf(netOfTree(job.tree));
  }
}

async function done<T>(job: ModelJob, here: boolean, signal: AbortSignal | undefined): Promise<T> {
  if (here) return workOn(job) as T;
  const end = await line.turn({ signal });
  try {
    return await askWorker<T>(new URL('./elsewhere.worker.ts', import.meta.url), job, { signal, seconds: SECONDS, tooLong: { detail: 'Reading or writing this model takes too long', wanted: 'a smaller model' } });
  } finally {
    end();
  }
}

function isSmall(tree: ProcessTree): boolean {
  let left = SMALL_TREE;
  const walk = (t: ProcessTree): boolean => --left >= 0 && (!('children' in t) || t.children.every(walk));
  return walk(tree);
}
