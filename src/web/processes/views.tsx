import { type ComponentType, lazy } from 'react';
import type { EventLog } from '../api/types.ts';
import { CasesView } from './cases-view.tsx';
import type { FlowSearch, View } from './search.ts';
import { TableView } from './table-view.tsx';
import { VariantsView } from './variants-view.tsx';

const MapView = lazy(async () => import('./map-view.tsx').then((m) => ({ default: m.MapView })));
const DifferencesView = lazy(async () => import('./differences/differences-view.tsx').then((m) => ({ default: m.DifferencesView })));
const ModelView = lazy(async () => import('./model/model-view.tsx').then((m) => ({ default: m.ModelView })));
const MeasuresView = lazy(async () => import('./measures-view.tsx').then((m) => ({ default: m.MeasuresView })));
const ObjectsView = lazy(async () => import('./objects/objects-view.tsx').then((m) => ({ default: m.ObjectsView })));

interface FlowView {
  readonly view: View;
  readonly name: string;
  readonly Shown: ComponentType<{ readonly log: EventLog; readonly search: FlowSearch }>;
}

const map: FlowView = { view: 'map', name: 'Map', Shown: MapView };
const others: readonly FlowView[] = [
  { view: 'table', name: 'Table', Shown: TableView },
  { view: 'variants', name: 'Variants', Shown: VariantsView },
  { view: 'model', name: 'Model', Shown: ModelView },
  { view: 'differences', name: 'Slow or fast', Shown: DifferencesView },
];
const measures: FlowView = { view: 'measures', name: 'Measures', Shown: MeasuresView };
const objects: FlowView = { view: 'objects', name: 'Objects', Shown: ObjectsView };
const cases: FlowView = { view: 'cases', name: 'Cases', Shown: CasesView };

/** The views of a log, in the order of their tabs; the first is shown where none is asked for. */
export function viewsOf(log: EventLog): readonly [FlowView, ...FlowView[]] {
  return [map, ...others, ...(log.process === null ? [] : [measures]), ...(log.objects === null ? [] : [objects]), cases];
}
