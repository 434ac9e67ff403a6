import { type ComponentType, lazy } from 'react';
import type { EventLog } from '../api/types.ts';
import { CasesView } from './cases-view.tsx';
import type { FlowSearch, View } from './search.ts';
import { TableView } from './table-view.tsx';
import { VariantsView } from './variants-view.tsx';

const MapView = lazy(async () => import('./map-view.tsx').then((m) => ({ default: m.MapView })));
const DifferencesView = lazy(async () => import('./differences/differences-view.tsx').then((m) => ({ default: m.DifferencesView })));
const RulesView = lazy(async () => import('./conformance/rules-view.tsx').then((m) => ({ default: m.RulesView })));
const FitView = lazy(async () => import('./conformance/fit-view.tsx').then((m) => ({ default: m.FitView })));
const MeasuresView = lazy(async () => import('./measures-view.tsx').then((m) => ({ default: m.MeasuresView })));
const ModelView = lazy(async () => import('./model/model-view.tsx').then((m) => ({ default: m.ModelView })));
const ObjectsView = lazy(async () => import('./objects/objects-view.tsx').then((m) => ({ default: m.ObjectsView })));
const WhatIfView = lazy(async () => import('./what-if/what-if-view.tsx').then((m) => ({ default: m.WhatIfView })));
const TimeView = lazy(async () => import('./time/time-view.tsx').then((m) => ({ default: m.TimeView })));

interface FlowView {
  readonly view: View;
  readonly name: string;
  readonly Shown: ComponentType<{ readonly log: EventLog; readonly search: FlowSearch }>;
  /** It says a sentence of its own, so the head of the page does not. */
  readonly says?: true;
  /** For logs that have what it shows. */
  readonly only?: (log: EventLog) => boolean;
}

interface ViewGroup {
  readonly name: string;
  readonly views: readonly FlowView[];
}

const map: FlowView = { view: 'map', name: 'Map', Shown: MapView };
const groups: readonly ViewGroup[] = [
  { name: 'How it flows', views: [map, { view: 'table', name: 'Table', Shown: TableView }, { view: 'variants', name: 'Variants', Shown: VariantsView }, { view: 'objects', name: 'Objects', Shown: ObjectsView, says: true, only: (log) => log.objects !== null }, { view: 'cases', name: 'Cases', Shown: CasesView }] },
  { name: 'How long it takes', views: [{ view: 'time', name: 'Time', Shown: TimeView, says: true }, { view: 'differences', name: 'Slow or fast', Shown: DifferencesView, says: true }, { view: 'measures', name: 'Measures', Shown: MeasuresView }] },
  { name: 'How it should be', views: [{ view: 'model', name: 'Model', Shown: ModelView, says: true }, { view: 'fit', name: 'Model fit', Shown: FitView, says: true }, { view: 'rules', name: 'Rules', Shown: RulesView, says: true }] },
  { name: 'How it could be', views: [{ view: 'what-if', name: 'What if', Shown: WhatIfView, says: true }] },
];

/** The views of a log in the order of their tabs, by the question that they answer. */
export function viewsOf(log: EventLog): readonly ViewGroup[] {
  return groups.map((g) => ({ ...g, views: g.views.filter((v) => v.only?.(log) ?? true) }));
}

/** The view that an address asks for; the map where it asks for none that the log has. */
export function shownView(log: EventLog, search: FlowSearch): FlowView {
  return viewsOf(log).flatMap((g) => g.views).find((v) => v.view === search.view) ?? map;
}
