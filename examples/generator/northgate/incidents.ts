import { HOUR, london } from '../civil-time.ts';
import type { Outage } from '../model.ts';

/** A stop of services as it was, and as the service desk recorded it. */
export interface Stop extends Outage {
  readonly name: string;
  readonly kind: 'unplanned' | 'maintenance';
  /** What the record says: impact start (later than the truth where it was logged late), detection, end (none while it lasts). */
  readonly recorded: { readonly from: number; readonly detected: number; readonly until: number | undefined };
  readonly announced?: number;
  readonly cause: string;
  readonly supplier?: string;
  /** What is planted, in a sentence for TRUTH.md. */
  readonly planted: string;
}

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly services: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly loggedFrom?: string;
  readonly detected: string;
  readonly stillOn?: boolean;
  readonly announced?: string;
  readonly cause: string;
  readonly supplier?: string;
  readonly planted: string;
  readonly slowdown?: number;
  readonly demandLost?: number;
  readonly returnHours?: number;
  readonly casesLost?: number;
}

const drafts: readonly Draft[] = [
  {
    id: 'INC-2025-1202', name: 'Warehouse system stopped after a storage fault', services: ['wms', 'wms-database', 'storage'], from: '2025-12-02T09:20', detected: '2025-12-02T09:38', until: '2025-12-02T13:50',
    cause: 'Storage controller failed at the hosting centre; the second one did not take over', supplier: 'cobalt-hosting', planted: 'Delay only: no goods can be picked or packed in either warehouse; nothing is lost.',
  },
  {
    id: 'INC-2026-0114', name: 'Web shop took no orders after a release', services: ['web-shop'], from: '2026-01-14T10:05', detected: '2026-01-14T10:31', until: '2026-01-14T15:40', demandLost: 0.55, returnHours: 6,
    cause: 'Release 41 broke the basket; rolled back', planted: 'Lost orders: of the web orders that would have come, 55 in 100 never come; the others come after restoration, 6 hours later on average.',
  },
  {
    id: 'INC-2026-0209a', name: 'Carrier booking refused labels', services: ['carrier-booking'], from: '2026-02-09T08:30', detected: '2026-02-09T09:05', until: '2026-02-09T16:10',
    cause: "Expired certificate at the carrier's side", supplier: 'harrier-parcels', planted: 'Delay: the midday collection leaves hours late, the evening one as ever, so parcels still arrive on the day. Overlaps with the network stop of the same day.',
  },
  {
    id: 'INC-2026-0209b', name: 'Leeds site network down', services: ['leeds-network', 'carrier-booking', 'telephony'], from: '2026-02-09T14:40', detected: '2026-02-09T14:44', until: '2026-02-09T17:05', demandLost: 0.25, returnHours: 5,
    cause: 'Switch firmware fault after a power dip', supplier: 'cobalt-hosting', planted: 'Delay in Leeds, and calls that do not get through: 25 in 100 never come back. Overlaps with the carrier stop.',
  },
  {
    id: 'INC-2026-0311', name: 'Staff e-mail slow and partly unavailable', services: ['email'], from: '2026-03-11T11:00', detected: '2026-03-11T11:12', until: '2026-03-11T14:20', slowdown: 1,
    cause: 'Mail queue filled by a newsletter loop', planted: 'No effect at all: the work does not wait for it.',
  },
  {
    id: 'INC-2026-0420', name: 'EDI gateway delivered no orders', services: ['edi-gateway'], from: '2026-04-20T07:10', detected: '2026-04-20T08:50', until: '2026-04-20T14:30', demandLost: 0.08, returnHours: 3,
    cause: "Message queue full at the exchange; the customers' systems sent again later", supplier: 'relay-exchange', planted: 'Shifted orders: 92 in 100 come after restoration, 3 hours later on average; 8 in 100 never come.',
  },
  {
    id: 'INC-2026-0618', name: 'ERP stopped; the interface queue was lost', services: ['erp', 'erp-database'], from: '2026-06-18T09:45', loggedFrom: '2026-06-18T10:30', detected: '2026-06-18T10:34', until: '2026-06-18T14:40', demandLost: 0.1, returnHours: 4, casesLost: 0.35,
    cause: 'Database failover lost what had not been written', supplier: 'cobalt-hosting', planted: 'Lost in the process: 35 in 100 cases that wait for the ERP at its restoration are never continued. Logged 45 minutes late: the drop is seen at 09:45.',
  },
  {
    id: 'INC-2026-1013', name: 'Warehouse system very slow', services: ['wms'], from: '2026-10-13T08:50', detected: '2026-10-13T09:40', until: '2026-10-13T13:10', slowdown: 1.8,
    cause: 'Virtual host overcommitted; another customer took the capacity', supplier: 'cobalt-hosting', planted: 'Slow, not stopped: picking, packing and goods receipt take 1.8 times as long.',
  },
  {
    id: 'INC-2026-1109', name: 'Warehouse system down', services: ['wms'], from: '2026-11-09T09:42', detected: '2026-11-09T09:46', until: '2026-11-09T11:25', stillOn: true,
    cause: 'Not yet known', supplier: 'cobalt-hosting', planted: 'Still going on at the as-of time; it will end at 11:25, which the folder does not know.',
  },
  {
    id: 'CHG-2026-0215', name: 'ERP upgrade', services: ['erp', 'erp-database'], from: '2026-02-15T06:00', detected: '2026-02-15T06:00', until: '2026-02-15T12:00', announced: '2026-02-01T09:00', slowdown: 1,
    cause: 'Planned release', planted: 'A Sunday, outside the service hours: no effect.',
  },
  {
    id: 'CHG-2026-0516', name: 'Warehouse system: handheld screens for pick-to-light', services: ['wms'], from: '2026-05-16T18:00', detected: '2026-05-16T18:00', until: '2026-05-16T22:00', announced: '2026-05-04T10:00', slowdown: 1,
    cause: 'Planned release', planted: 'Announced beforehand: agreed maintenance inside the service hours, nobody at work.',
  },
  {
    id: 'CHG-2026-0723', name: 'Web shop: urgent security update', services: ['web-shop'], from: '2026-07-23T19:00', detected: '2026-07-23T19:00', until: '2026-07-23T21:30', announced: '2026-07-23T19:40', demandLost: 0.3, returnHours: 8,
    cause: 'Security update', planted: 'Announced after it had begun, so it counts as unplanned; 30 in 100 of the blocked orders never come.',
  },
  {
    id: 'CHG-2026-0920', name: 'Hosting: move to new hosts', services: ['virtual-hosts', 'storage', 'web-shop'], from: '2026-09-20T02:00', detected: '2026-09-20T02:00', until: '2026-09-20T06:00', announced: '2026-09-07T09:00', demandLost: 0.1, returnHours: 5,
    cause: 'Planned move', supplier: 'cobalt-hosting', planted: 'Announced beforehand, in a night without orders: no effect.',
  },
];

function stop(d: Draft): Stop {
  const from = london(d.from);
  const until = london(d.until);
  return {
    id: d.id, name: d.name, services: d.services, from, until, cause: d.cause, planted: d.planted,
    kind: d.announced === undefined ? 'unplanned' : 'maintenance',
    slowdown: d.slowdown ?? Number.POSITIVE_INFINITY,
    demandLost: d.demandLost ?? 0, demandReturns: (d.returnHours ?? 4) * HOUR, casesLost: d.casesLost ?? 0,
    recorded: { from: d.loggedFrom === undefined ? from : london(d.loggedFrom), detected: london(d.detected), until: d.stillOn === true ? undefined : until },
    ...(d.announced === undefined ? {} : { announced: london(d.announced) }),
    ...(d.supplier === undefined ? {} : { supplier: d.supplier }),
  };
}

/** Nine incidents and four pieces of maintenance, in the order of the story. */
export const stops: readonly Stop[] = drafts.map(stop);

