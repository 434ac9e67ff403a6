import type { PetriNet } from './petri-net.ts';
import { escapeXml } from './xml.ts';

/**
 * A net as PNML (ISO/IEC 15909-2, place/transition nets), with silent steps and the final marking as ProM and PM4Py write them.
 * @example pnmlOf(netOfTree(parseTree("->( 'a', 'b' )")))
 */
export function pnmlOf(net: PetriNet): string {
  const tokens = tally(net.initial);
  const named = (name: string) => `<name><text>${escapeXml(name)}</text></name>`;
  const places = net.places.map(({ id }, p) => `   <place id="${escapeXml(id)}">${named(id)}${tokens.has(p) ? `<initialMarking><text>${tokens.get(p)}</text></initialMarking>` : ''}</place>`);
  const transitions = net.transitions.map(({ id, label }) =>
    `   <transition id="${escapeXml(id)}">${named(label ?? 'tau')}${label === null ? `<toolspecific tool="ProM" version="6.4" activity="$invisible$" localNodeID="${escapeXml(id)}"/>` : ''}</transition>`);
  const arcs = net.transitions.flatMap((t) => [...[...tally(t.inputs)].map(([p, n]) => [net.places[p]!.id, t.id, n] as const), ...[...tally(t.outputs)].map(([p, n]) => [t.id, net.places[p]!.id, n] as const)])
    .map(([from, to, n], i) => `   <arc id="arc${i}" source="${escapeXml(from)}" target="${escapeXml(to)}"${n === 1 ? '/>' : `><inscription><text>${n}</text></inscription></arc>`}`);
  const final = [...tally(net.final)].map(([p, n]) => `    <place idref="${escapeXml(net.places[p]!.id)}"><text>${n}</text></place>`);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">', ' <net id="net1" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel">', '  <page id="page1">',
    ...places, ...transitions, ...arcs, '  </page>', '  <finalmarkings>', '   <marking>', ...final, '   </marking>', '  </finalmarkings>', ' </net>', '</pnml>', ''].join('\n');
}

function tally(places: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const p of places) counts.set(p, (counts.get(p) ?? 0) + 1);
  return counts;
}
