/** A step of a net. Places are numbers into `places`; one that stands twice among the inputs is an arc of weight two. */
export interface Transition {
  readonly id: string;
  /** The activity; null for a silent step. */
  readonly label: string | null;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** An accepting Petri net: tokens on places at the start and at the end, as place numbers (twice means two tokens). */
export interface PetriNet {
  readonly places: readonly { readonly id: string }[];
  readonly transitions: readonly Transition[];
  readonly initial: readonly number[];
  readonly final: readonly number[];
}

/** How large a net is, as PM4Py counts it. */
export function netSize(net: PetriNet): { places: number; transitions: number; silent: number; arcs: number } {
  const { places, transitions } = net;
  const arcs = transitions.reduce((n, t) => n + new Set(t.inputs).size + new Set(t.outputs).size, 0);
  return { places: places.length, transitions: transitions.length, silent: transitions.filter((t) => t.label === null).length, arcs };
}
