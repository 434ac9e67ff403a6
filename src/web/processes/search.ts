import { amount, choice, exact, said, text, texts } from '../app/search.ts';

export const views = ['map', 'table', 'variants', 'measures', 'cases'] as const;
export type View = (typeof views)[number];

/** What the address of the flow page says: which process or log, which view of it, its filters, and what is opened. */
export const flowSearch = (s: Record<string, unknown>) => said({
  process: text(s.process), log: text(s.log),
  view: choice(s.view, views), show: choice(s.show, ['frequency', 'time']),
  activities: amount(s.activities), paths: amount(s.paths),
  from: text(s.from), to: text(s.to), activity: texts(s.activity), variant: amount(s.variant), minSeconds: amount(s.minSeconds), maxSeconds: amount(s.maxSeconds), attribute: texts(s.attribute),
  node: text(s.node), edge: text(s.edge), case: text(s.case),
});
export type FlowSearch = ReturnType<typeof flowSearch>;

const ARROW = '→';

/** An edge as an address says it. */
export function edgeName(from: string, to: string): string {
  return `${from}${ARROW}${to}`;
}

/** The filters of an address, as the API asks for them. */
export function filters(s: FlowSearch) {
  return exact({ from: s.from, to: s.to, activity: s.activity, variant: s.variant, minSeconds: s.minSeconds, maxSeconds: s.maxSeconds, attribute: s.attribute });
}
