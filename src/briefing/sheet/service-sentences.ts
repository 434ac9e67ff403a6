import { dayPhrase, figure, name, period, say, sentenceOf, side, type Piece, type Sentence } from '../../language/index.ts';
import { dateOfDay, localDay, toLocal } from '../../maths/time/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import { agreedOf, countOf, figureOf, serviceNoun, stopNoun } from './figures.ts';
import type { SheetService } from './model.ts';
import { claimOf } from './process-sentences.ts';

/** Names as a person lists them: a, b and c. */
export function listed(names: readonly string[]): Piece[] {
  return names.flatMap((n, i): Piece[] => [...(i === 0 ? [] : [{ kind: 'words' as const, text: i === names.length - 1 ? ' and ' : ', ' }]), name(n)]);
}

/** When something began, in local time: “since 09:42” today, else with its day. */
export function sinceWords(since: number, asOf: number, zone: string): string {
  const clock = new Date(toLocal(zone, since)).toISOString().slice(11, 16);
  const today = localDay(zone, asOf);
  const day = localDay(zone, since);
  if (day === today) return `since ${clock}`;
  const year = Number(dateOfDay(today).slice(0, 4));
  return `since ${clock} on ${dayPhrase(dateOfDay(day), { year, weekday: today - day < 7 })}`;
}

/** The headline while services are down: their names up to three, else how many. */
export function downHeadline(down: readonly SheetService[], claim: Claim): Sentence {
  if (down.length <= 3) return say`${listed(down.map((s) => s.name))} ${{ kind: 'words', text: down.length === 1 ? 'is' : 'are' }} down.`;
  return say`${figure(figureOf(claim, serviceNoun)!)} are down.`;
}

/** Since when a service is down. */
export function downSentence(service: SheetService, asOf: number, zone: string): Sentence {
  return say`${name(service.name)} has been down ${period(sinceWords(service.since!, asOf, zone))}.`;
}

/** Which processes need a service and who runs it; null where neither is on record. */
export function needSentence(service: SheetService): Sentence | null {
  const verb: Piece = { kind: 'words', text: service.neededBy.length === 1 ? 'needs' : 'need' };
  const need = service.neededBy.length === 0 ? [] : [say`${listed(service.neededBy)} ${verb} it.`];
  const run = service.supplier === null ? [] : [say`${name(service.supplier)} runs it for us.`];
  const all = [...need, ...run];
  return all.length === 0 ? null : sentenceOf(all.flatMap((s, i): Piece[] => (i === 0 ? [...s.pieces] : [{ kind: 'words', text: ' ' }, ...s.pieces])));
}

/** The headline when services missed their level: how many, when. */
export function belowHeadline(claim: Claim, windowWords: string | null): Sentence {
  const were: Piece = { kind: 'words', text: claim.estimate === 1 ? 'was' : 'were' };
  const their: Piece = { kind: 'words', text: claim.estimate === 1 ? 'its' : 'their' };
  const when: Piece[] = windowWords === null ? [] : [{ kind: 'words', text: ' in ' }, period(windowWords)];
  return say`${figure(figureOf(claim, serviceNoun)!)} ${were} ${side(claim.id, -1)} ${their} agreed level${when}.`;
}

/** A service below its agreed level: its share, the level, the window. */
export function belowSentence(service: SheetService): Sentence | null {
  const claim = claimOf(service.claims, 'availability');
  const agreed = claim === undefined ? null : agreedOf(claim);
  if (claim === undefined || agreed === null) return null;
  return say`${name(service.name)} was up ${figure(figureOf(claim, serviceNoun)!, { not: agreed.estimate })} of its agreed hours in ${period(service.windowWords)}, ${side(claim.id, -1)} the agreed ${figure(agreed)}.`;
}

/** How long it was down, in how many stops. */
export function downTimeSentence(service: SheetService): Sentence | null {
  const claim = claimOf(service.claims, 'down-time');
  return claim === undefined ? null : say`It was down for ${figure(figureOf(claim, serviceNoun)!)}, in ${figure(countOf(claim, stopNoun))}.`;
}

/** How many services reached their level, of how many. */
export function reachedSentence(claim: Claim): Sentence {
  const reached = countOf(claim, serviceNoun, claim.n - claim.estimate!);
  if (claim.estimate === 0) return say`All ${figure(countOf(claim, serviceNoun))} with an agreed level reached it.`;
  return say`${figure({ ...reached, quantity: { kind: 'count', noun: { one: '', many: '' } } })} of ${figure(countOf(claim, serviceNoun))} with an agreed level reached it.`;
}
