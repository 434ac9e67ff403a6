import { problem } from '../../platform/errors/index.ts';
import { askWorker } from '../../platform/worker/index.ts';
import { FairQueue } from '../event-logs/index.ts';
import { bpmnOf, netOfTree, netSize, outlineOf, parseModel, type PetriNet, pnmlOf, type ProcessTree } from '../models/index.ts';
import { drawingOf, faultsOf, type ReadModel, readModel } from './read-model.ts';

/** What is to be done with a model. */
export type ModelJob =
  | { readonly do: 'read' | 'net' | 'faults' | 'text-as-pnml'; readonly text: string; readonly file?: string | undefined }
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
/** Places, transitions and arcs of the largest net that is written out: about ten megabytes. */
export const MOST_WRITTEN = 100_000;

/** Few threads at once. */
const line = new FairQueue({ running: 2, waiting: 16 });

/** Reads a model, in a thread where it is long. @throws Problem as `readModel` does; `too-long`, `cancelled`. */
export async function readElsewhere(text: string, file?: string, signal?: AbortSignal): Promise<ReadModel> {
  return done<ReadModel>({ do: 'read', text, file }, isShort(text), signal);
}

/** The net of a model, read in a thread where it is long. @throws Problem as `parseModel` does; `too-long`, `cancelled`. */
export async function netElsewhere(text: string, file?: string, signal?: AbortSignal): Promise<PetriNet> {
  return done<PetriNet>({ do: 'net', text, file }, isShort(text), signal);
}

/** A model as PNML, whatever it came as. @throws Problem as `parseModel` does; `too-large`, `too-long`, `cancelled`. */
export async function pnmlElsewhere(text: string, file?: string, signal?: AbortSignal): Promise<string> {
  return done<string>({ do: 'text-as-pnml', text, file }, isShort(text), signal);
}

/** Why a text cannot be kept, as `faultsOf` says it. @throws Problem `too-long`. */
export async function faultsElsewhere(text: string): Promise<readonly string[]> {
  return done<readonly string[]>({ do: 'faults', text }, isShort(text), undefined);
}

/** Whether reading a text takes no longer than starting a thread does. */
export function isShort(text: string): boolean {
  return text.length <= SHORT_TEXT;
}

/** Outline and drawing of a tree. @throws Problem `too-long`, `cancelled`. */
export async function shownTree(tree: ProcessTree, signal?: AbortSignal): Promise<ShownTree> {
  return done<ShownTree>({ do: 'show', tree }, isSmall(tree), signal);
}

/** A tree as a file of BPMN or PNML. @throws Problem `too-large`, `too-long`, `cancelled`. */
export async function treeAs(format: 'bpmn' | 'pnml', tree: ProcessTree, signal?: AbortSignal): Promise<string> {
  return done<string>({ do: format, tree }, isSmall(tree), signal);
}

/** Does a job; the worker does it by this too. */
export function workOn(job: ModelJob): ReadModel | ShownTree | PetriNet | readonly string[] | string {
  switch (job.do) {
    case 'read': return readModel(job.text, job.file);
    case 'net': return parseModel(job.text, job.file);
    case 'faults': return faultsOf(job.text);
    case 'text-as-pnml': return writtenNet(parseModel(job.text, job.file));
    case 'show': return { outline: outlineOf(job.tree), drawing: drawingOf(job.tree), size: netSize(netOfTree(job.tree)) };
    case 'bpmn': return bpmnOf(job.tree);
    case 'pnml': return writtenNet(netOfTree(job.tree));
  }
}

function writtenNet(net: PetriNet): string {
  const { places, transitions, arcs } = netSize(net);
  const parts = places + transitions + arcs;
  if (parts > MOST_WRITTEN) throw problem('too-large', { detail: 'As a Petri net this model is too large to be written', value: `${parts} places, transitions and arcs`, wanted: `at most ${MOST_WRITTEN}; or the model as the file that it came as` });
  return pnmlOf(net);
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
