import type { Get } from '../api/types.ts';
import type { Holder } from './terms.ts';

export type PostBody = Get<'/posts/{id}'>['body'];
export interface HolderRow { readonly person: string; readonly from: string; readonly to: string }
export interface DelegationRow { readonly deputy: string; readonly from: string; readonly to: string; readonly reason: string }

/** A post as a form holds it: texts, empty where nothing is set. */
export interface PostDraft {
  readonly id: string;
  readonly name: string;
  readonly reportsTo: string;
  readonly holders: readonly HolderRow[];
  readonly delegations: readonly DelegationRow[];
}

export function postDraft(body: PostBody | null): PostDraft {
  return {
    id: '', name: body?.name ?? '', reportsTo: body?.reportsTo ?? '',
    holders: (body?.holders ?? []).map((h) => ({ person: h.person, from: h.from, to: h.to ?? '' })),
    delegations: (body?.delegations ?? []).map((d) => ({ deputy: d.deputy, from: d.from, to: d.to, reason: d.reason ?? '' })),
  };
}

/** What the server is sent for a draft. */
export function postBody(d: PostDraft) {
  return {
    name: d.name.trim(), ...(d.reportsTo === '' ? {} : { reportsTo: d.reportsTo }),
    holders: d.holders.map((h): Holder => ({ person: h.person, from: h.from, ...(h.to === '' ? {} : { to: h.to }) })),
    delegations: d.delegations.map((r) => ({ deputy: r.deputy, from: r.from, to: r.to, ...(r.reason.trim() === '' ? {} : { reason: r.reason.trim() }) })),
  };
}
