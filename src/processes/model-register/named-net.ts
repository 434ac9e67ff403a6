import type { Db } from '../../platform/db/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { currentRecord, recordVersion, type RecordVersion } from '../../platform/register/index.ts';
import { netOfTree, type PetriNet } from '../models/index.ts';
import type { DiscoverAsk, Discoveries, LogInHand } from './discoveries.ts';
import { netElsewhere } from './elsewhere.ts';
import { type ProcessModel, processModelKind } from './kind.ts';

/** Which model is meant: `discovered:NOISE` of the cases in hand, or the id of a stored one, now or as of one of its versions. */
export interface ModelRef {
  readonly model: string;
  /** A version of the stored model; absent: the one that holds. */
  readonly version?: string | undefined;
}

export interface NamedNet {
  readonly net: PetriNet;
  /** As a sentence can say it after “the model”: its name, or how it was discovered. */
  readonly name: string;
  /** The version of a stored model, for lineage; null for a discovered one, which the log's version and the noise say. */
  readonly version: string | null;
}

const DISCOVERED = /^discovered:(.+)$/;

/**
 * The net that a reference stands for: `discovered:0.2` is found in the cases in hand (cached, in a thread where long, few at once), any
 * other text is the id of a stored process model.
 * @throws Problem `bad-input` for a share of noise that is none, `not-found` for a model that is not stored, else as `Discoveries.find` does.
 * @example await modelNet(discoveries, db, { model: 'discovered:0.2' }, await logInHand(c, version, filter, signal), { by, signal })
 */
export async function modelNet(discoveries: Discoveries, db: Db, ref: ModelRef, log: LogInHand, ask: DiscoverAsk = {}): Promise<NamedNet> {
  const noise = noiseOf(ref.model);
  if (noise !== undefined) return { net: netOfTree((await discoveries.find(log, noise, ask)).tree), name: noise === 0 ? 'discovered in these cases' : `discovered in these cases, rare ways left aside (${noise})`, version: null };
  const { body, versionId } = await storedModel(db, ref);
  return { net: await netElsewhere(body.model, body.name, ask.signal), name: body.name, version: versionId };
}

/** A stored model, now or at one of its versions. @throws Problem `not-found` */
export async function storedModel(db: Db, { model, version }: ModelRef): Promise<RecordVersion<ProcessModel>> {
  const found = version === undefined ? await currentRecord(db, processModelKind, model) : await recordVersion(db, version) as RecordVersion<ProcessModel> | undefined;
  if (found === undefined || found.kind !== processModelKind.name || found.id !== model) {
    throw problem('not-found', { detail: version === undefined ? 'There is no process model of this id' : 'The process model has no such version', value: version ?? model, wanted: version === undefined ? 'discovered:NOISE, or an id of GET /process-models' : 'a version of its history' });
  }
  return found;
}

function noiseOf(ref: string): number | undefined {
  const said = DISCOVERED.exec(ref)?.[1];
  if (said === undefined) return undefined;
  const noise = Number(said);
  if (said.trim() === '' || !(noise >= 0 && noise <= 1)) throw problem('bad-input', { detail: 'This is no share of rare ways to leave aside', value: ref, wanted: 'discovered:NOISE with a number from 0 to 1', at: { path: 'model' } });
  return noise;
}
