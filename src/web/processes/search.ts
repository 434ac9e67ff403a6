import { amount, amounts, choice, exact, said, text, texts } from '../app/search.ts';

export const views = ['map', 'table', 'variants', 'time', 'model', 'differences', 'rules', 'fit', 'measures', 'objects', 'what-if', 'cases'] as const;
export type View = (typeof views)[number];

/** What the address of the flow page says: which process or log, which view of it, its filters, and what is opened. */
export const flowSearch = (s: Record<string, unknown>) => said({
  process: text(s.process), log: text(s.log),
  view: choice(s.view, views), show: choice(s.show, ['frequency', 'time']),
  activities: amount(s.activities), paths: amount(s.paths),
  from: text(s.from), to: text(s.to), activeFrom: text(s.activeFrom), activeTo: text(s.activeTo), completedFrom: text(s.completedFrom), completedTo: text(s.completedTo),
  activity: texts(s.activity), without: texts(s.without), start: texts(s.start), end: texts(s.end),
  directly: texts(s.directly), eventually: texts(s.eventually), neverDirectly: texts(s.neverDirectly), never: texts(s.never),
  variant: amounts(s.variant), top: amount(s.top), minSeconds: amount(s.minSeconds), maxSeconds: amount(s.maxSeconds), attribute: texts(s.attribute), attributeNot: texts(s.attributeNot),
  hours: choice(s.hours, ['elapsed', 'working']), dots: choice(s.dots, ['since', 'when']), mark: text(s.mark), steps: text(s.steps),
  node: text(s.node), edge: text(s.edge), case: text(s.case), counted: text(s.counted), run: text(s.run),
  type: texts(s.type),
  noise: amount(s.noise), model: text(s.model), modelVersion: text(s.modelVersion),
  rule: text(s.rule), fit: text(s.fit), deviation: text(s.deviation),
  split: choice(s.split, ['working', 'target']), compare: amounts(s.compare), against: choice(s.against, ['all']),
});
export type FlowSearch = ReturnType<typeof flowSearch>;

/** The filters of an address, as the API asks for them. */
export function filters(s: FlowSearch) {
  return exact({
    from: s.from, to: s.to, activeFrom: s.activeFrom, activeTo: s.activeTo, completedFrom: s.completedFrom, completedTo: s.completedTo, activity: s.activity, without: s.without, start: s.start, end: s.end,
    directly: s.directly, eventually: s.eventually, neverDirectly: s.neverDirectly, never: s.never, variant: s.variant, top: s.top, minSeconds: s.minSeconds, maxSeconds: s.maxSeconds, attribute: s.attribute, attributeNot: s.attributeNot,
  });
}
