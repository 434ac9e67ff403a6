import { type QueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { placeOf } from '../form/field-problems.ts';
import type { Held } from '../form/use-record-form.ts';
import { dayIn } from '../terms.ts';
import { instantIn } from '../zoned-time.ts';
import { fresh, processBody, type ProcessBody, type ProcessDraft } from './draft.ts';

export interface SaveProcess {
  readonly client: QueryClient;
  readonly id: string;
  readonly base: Held<ProcessBody> | null;
  /** The log that records it now; empty: none. */
  readonly log: string;
  /** Ids for a function and a post that are not on record yet. */
  readonly ids: { readonly function: string; readonly post: string };
  /** A function or a post is on record now: what is sent again names it. */
  readonly made: (change: Partial<ProcessDraft>) => void;
  /** The process is on record now: what is sent again changes this version. */
  readonly kept: (process: Held<ProcessBody>) => void;
}

/**
 * What a process refers to and is not on record yet, then the process, then which event log records it. Each is a write of its own: what was
 * done stays done where a later one is refused. @throws ApiProblem at the fields of `newFunction` or `newPost` where these were refused.
 */
export async function saveProcess(typed: ProcessDraft, { client, id, base, log, ids, made, kept }: SaveProcess): Promise<void> {
  const draft = { ...typed };
  if (typed.function === fresh) {
    draft.function = await newFunction(typed, ids.function);
    made({ function: draft.function });
    await forget(client, '/functions');
  }
  if (typed.owner === fresh) {
    draft.owner = await newPost(typed, ids.post);
    made({ owner: draft.owner });
    await forget(client, '/posts');
  }
  const from = sinceWhen(typed);
  kept(await answer(api.PUT('/processes/{id}', { params: { path: { id } }, body: { body: processBody(draft, base?.body ?? null), expected: base?.version ?? null, ...(from === undefined ? {} : { from }) } })));
  if (from !== undefined) made({ since: '' });
  if (draft.log !== log && log !== '') await linkLog(client, log, undefined);
  if (draft.log !== '') await linkLog(client, draft.log, id);
}

/** The beginning of the day since which things are so. Figures are worked out with what is on record last, so that a day to come would be told as if it were now. */
function sinceWhen({ since, zone }: ProcessDraft): string | undefined {
  if (since === '') return undefined;
  if (since <= dayIn(new Date(), zone)) return instantIn(`${since}T00:00`, zone);
  throw new ApiProblem({ code: 'bad-input', title: 'Not accepted', status: 422, detail: 'This day is still to come', value: since, wanted: 'today or a day before; record the change when it holds', at: { path: 'from' } });
}

/** Says in the register which process an event log records; none where `process` is undefined. */
async function linkLog(client: QueryClient, log: string, process: string | undefined): Promise<void> {
  const record = await client.fetchQuery({ ...asks('/event-log-mappings/{id}', { path: { id: log } }), staleTime: 0 });
  const { process: before, ...body } = record.body;
  if (before === process) return;
  await answer(api.PUT('/event-log-mappings/{id}', { params: { path: { id: log } }, body: { body: { ...body, ...(process === undefined ? {} : { process }) }, expected: record.version } }));
}

/** A refusal, said of fields that have their own names in the form. */
async function at<T>(part: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const within = <F extends { readonly at?: { readonly path?: string } | undefined }>(fault: F): F => ({ ...fault, at: { path: `${part}.${placeOf(fault.at?.path)}` } });
    throw new ApiProblem({ ...within(error.problem), errors: error.problem.errors?.map(within) });
  }
}

async function newFunction({ functionName, criticality }: ProcessDraft, id: string): Promise<string> {
  const body = { name: functionName.trim(), criticality: criticality as 'standard' };
  return (await at('newFunction', answer(api.PUT('/functions/{id}', { params: { path: { id } }, body: { body, expected: null } })))).id;
}

async function newPost({ ownerName }: ProcessDraft, id: string): Promise<string> {
  const body = { name: ownerName.trim(), holders: [], delegations: [] };
  return (await at('newPost', answer(api.PUT('/posts/{id}', { params: { path: { id } }, body: { body, expected: null } })))).id;
}
