import type { paths } from '../../platform/api-client/index.ts';

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Good<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never;

/** Addresses that can be read. */
export type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
/** What the API answers to a GET of `P`. */
export type Get<P extends GetPath> = Good<paths[P]['get']>;
/** Where in the address and the query a GET of `P` takes its parameters. */
export type GetParameters<P extends GetPath> = paths[P] extends { get: { parameters: infer Q } } ? Pick<Q, keyof Q & ('query' | 'path')> : never;
/** What a page of a list holds. */
export type Item<P extends GetPath> = Get<P> extends { items: (infer T)[] } ? T : never;

export type Me = Get<'/me'>;
export type Claim = Get<'/claims/{id}'>;
export type ClaimRows = Get<'/claims/{id}/rows'>;
export type Sheet = Get<'/today'>;
export type Statement = Sheet['headline'];
export type Action = Sheet['actions'][number];
export type Chart = Sheet['charts'][number];
export type Series = Chart['series'][number];
export type EventLog = Get<'/event-logs/{id}'>;
export type LogMap = Get<'/event-logs/{id}/map'>;
export type ObjectMap = Get<'/event-logs/{id}/object-map'>;
export type CaseRow = Item<'/event-logs/{id}/cases'>;
export type Source = Item<'/sources'>;
export type Import = Get<'/imports/{id}'>;
export type Upload = Good<paths['/uploads']['post']>;
export type Mapping = NonNullable<Upload['guess']>;
export type Pull = Get<'/pulls/{id}'>;
export type PullRun = Item<'/pulls/{id}/runs'>;
export type PullPreview = Good<paths['/pulls/preview']['post']>;
