import { Problem, problem } from '../../platform/errors/index.ts';
import { parseBpmn } from './bpmn-read.ts';
import type { PetriNet } from './petri-net.ts';
import { parsePnml } from './pnml-read.ts';
import { parseTree } from './process-tree.ts';
import { netOfTree } from './tree-net.ts';

/**
 * The net of a model in any form that is read: BPMN or PNML where the text is XML, told by its first element, else a process tree.
 * @throws Problem `bad-input` naming the file and the place in it, for what is none of them or holds what is not supported.
 * @example netSize(parseModel("->( 'a', 'b' )")) // { places: 3, transitions: 2, silent: 0, arcs: 4 }
 */
export function parseModel(text: string, file?: string): PetriNet {
  if (/^\uFEFF?\s*</.test(text)) return /<(?:[\w.-]+:)?definitions[\s/>]/.test(text.slice(0, 10_000)) ? parseBpmn(text, file) : parsePnml(text, file);
  try {
    return netOfTree(parseTree(text));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw problem(error.code, { detail: error.detail, ...(error.value === undefined ? {} : { value: error.value }), wanted: error.wanted ?? 'a process tree, BPMN or PNML', at: { ...error.at, ...(file === undefined ? {} : { file }) } }, error);
  }
}
