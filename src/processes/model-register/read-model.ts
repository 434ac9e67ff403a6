import { Problem } from '../../platform/errors/index.ts';
import { activityUse, bpmnOf, type ModelFinding, netSize, outlineOf, parseModel, parseTree, type PetriNet, type ProcessTree, soundnessOf } from '../models/index.ts';

/** What is told of a model from its text alone. */
export interface ReadModel {
  readonly format: 'bpmn' | 'pnml' | 'tree';
  /** Names of its activities, in the order of the model. */
  readonly activities: readonly string[];
  readonly size: { readonly places: number; readonly transitions: number; readonly silent: number; readonly arcs: number };
  readonly findings: readonly ModelFinding[];
  /** In lines for people; null where the model is no tree. */
  readonly outline: string | null;
  /** BPMN with its drawing, to be looked at; null where there is none. */
  readonly drawing: string | null;
}

/** Activities of a drawing that a browser still shows. */
export const MOST_DRAWN = 1_000;

/**
 * Reads and checks a model: its parts, what is odd about it, and what can be shown of it.
 * @throws Problem `bad-input` naming line and id of all that cannot be read.
 * @example readModel("->( 'a', 'b' )").activities // ['a', 'b']
 */
export function readModel(text: string, file?: string): ReadModel {
  const net = parseModel(text, file);
  const format = formatOf(text);
  const tree = format === 'tree' ? parseTree(text) : null;
  return {
    format, activities: activitiesOf(net), size: netSize(net), outline: tree === null ? null : outlineOf(tree),
    // A tree is sound by the way it is built.
    findings: tree === null ? soundnessOf(net) : soundnessOf(net).filter((f) => f.kind !== 'not-all-seen'),
    drawing: tree === null ? (format === 'bpmn' && /<(?:[\w.-]+:)?BPMNShape[\s/>]/.test(text) ? text : null) : drawingOf(tree),
  };
}

/** BPMN of a tree that is not too large to be looked at. */
export function drawingOf(tree: ProcessTree): string | null {
  return activityUse(tree).length > MOST_DRAWN ? null : bpmnOf(tree);
}

/** How a model's text is written. */
export function formatOf(text: string): ReadModel['format'] {
  if (!/^\s*</.test(text)) return 'tree';
  return /<(?:[\w.-]+:)?definitions[\s/>]/.test(text.slice(0, 10_000)) ? 'bpmn' : 'pnml';
}

/**
 * Why a text cannot be kept as a model, a line for each reason; none where it can.
 * @example faultsOf("->( 'a'") // ['column 8: This is not a process tree, wanted )']
 */
export function faultsOf(text: string): string[] {
  try {
    const serious = soundnessOf(parseModel(text)).find((f) => f.serious);
    return serious === undefined ? [] : [serious.detail];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail, value, wanted, at } = error;
    const all = error.errors.length > 0 ? error.errors : [{ detail, value, wanted, at }];
    return all.map((e) => `${placeOf(e.at)}${e.detail}${e.value === undefined ? '' : `: got “${e.value}”`}${e.wanted === undefined ? '' : `, wanted ${e.wanted}`}`);
  }
}

function placeOf(at: { readonly line?: number; readonly column?: number } | undefined): string {
  if (at?.line !== undefined) return `line ${at.line}: `;
  return at?.column === undefined ? '' : `column ${at.column}: `;
}

function activitiesOf({ transitions }: PetriNet): string[] {
  return [...new Set(transitions.flatMap((t) => (t.label === null ? [] : [t.label])))];
}
