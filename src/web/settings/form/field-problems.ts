import type { ProblemDocument } from '../../api/problem.ts';

/** What the server refused, put where it can be put right. */
export interface FieldProblems {
  /** A sentence for each field of the form. */
  readonly at: ReadonlyMap<string, string>;
  /** What belongs to no field that is shown. */
  readonly rest: readonly string[];
}

export const noProblems: FieldProblems = { at: new Map(), rest: [] };

/**
 * The faults of a problem by field, as `holders.0.from`; in `fields` a `*` stands for any index. `fieldOf` says which field a place in
 * the record belongs to where the form calls it otherwise.
 * @example fieldProblems(problem, ['name']).at.get('name') // 'Wanted: a name, not empty.'
 */
export function fieldProblems(problem: ProblemDocument, fields: readonly string[], fieldOf: (place: string, fault: Fault) => string = (place) => place): FieldProblems {
  const faults = (problem.errors?.length ?? 0) > 0 ? (problem.errors ?? []) : [problem];
  const at = new Map<string, string>();
  const rest: string[] = [];
  for (const fault of faults) {
    const field = fieldOf(placeOf(fault.at?.path), fault);
    if (!fields.includes(field.replace(/\.\d+(?=\.|$)/g, '.*'))) rest.push(sentenceOf(fault, true));
    else if (!at.has(field)) at.set(field, sentenceOf(fault, false));
  }
  return { at, rest };
}

type Fault = Pick<ProblemDocument, 'detail' | 'value' | 'wanted' | 'at'>;

/**
 * A place as the server names it, as a form names its fields.
 * @example placeOf('body.body.holders[0].from') // 'holders.0.from'
 */
export function placeOf(path: string | undefined): string {
  return (path ?? '').replace(/\[(\d+)\]/g, '.$1').replace(/^body\.(?:body(?:\.|$))?/, '');
}

/** Beside its field a fault need not repeat which value it was. */
function sentenceOf({ detail, value, wanted }: Fault, alone: boolean): string {
  // A shape that a value does not have is said as what was wanted.
  if (wanted === undefined) return closed(/^[a-z]/.test(detail) ? `Wanted: ${detail}` : detail);
  const plain = /^\S+ is (?:not valid|missing)$/.test(detail);
  const what = plain && !alone ? '' : `${detail}${alone && value !== undefined ? `: ${value}` : ''}. `;
  return closed(`${what}Wanted: ${wanted}`);
}

function closed(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
