import type { EventLog } from '../../api/types.ts';
import type { FlowSearch } from '../search.ts';
import { DiscoveredModel } from './discovered.tsx';
import { KeptModels } from './kept.tsx';
import { StoredModel } from './stored.tsx';

/** A model of how work flows: the one found in the cases in view, or one that is kept; and those that are kept. */
export function ModelView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  return (
    <>
      {search.model === undefined ? <DiscoveredModel log={log} search={search} /> : <StoredModel id={search.model} version={search.modelVersion} />}
      <KeptModels log={log} search={search} />
    </>
  );
}
