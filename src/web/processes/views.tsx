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
}

const map: FlowView = { view: 'map', name: 'Map', Shown: MapView };
const others: readonly FlowView[] = [
  { view: 'table', name: 'Table', Shown: TableView },
  { view: 'variants', name: 'Variants', Shown: VariantsView },
  { view: 'time', name: 'Time', Shown: TimeView },
  { view: 'model', name: 'Model', Shown: ModelView },
  { view: 'differences', name: 'Slow or fast', Shown: DifferencesView },
  { view: 'rules', name: 'Rules', Shown: RulesView },
  { view: 'fit', name: 'Model fit', Shown: FitView },
];
const measures: FlowView = { view: 'measures', name: 'Measures', Shown: MeasuresView };
const objects: FlowView = { view: 'objects', name: 'Objects', Shown: ObjectsView };
const whatIf: FlowView = { view: 'what-if', name: 'What if', Shown: WhatIfView };
const cases: FlowView = { view: 'cases', name: 'Cases', Shown: CasesView };

/** The views of a log, in the order of their tabs; the first is shown where none is asked for. */
export function viewsOf(log: EventLog): readonly [FlowView, ...FlowView[]] {
  return [map, ...others, ...(log.process === null ? [] : [measures]), ...(log.objects === null ? [] : [objects]), whatIf, cases];
}
