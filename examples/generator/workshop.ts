import { DAY, MINUTE, london } from './civil-time.ts';
import type { Change, Outage, Parameters, ProcessModel } from './model.ts';
import type { WorkingHours } from './working-time.ts';

const open: WorkingHours = { week: Array.from({ length: 7 }, () => [6, 22] as const), holidays: new Set() };

/** Weights of a day: quiet nights, two humps. */
const shape = [0.1, 0.05, 0.05, 0.05, 0.1, 0.2, 0.5, 1, 1.4, 1.6, 1.5, 1.4, 1.2, 1.3, 1.4, 1.4, 1.2, 1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2];

/**
 * A small made-up process for testing methods: cases arrive at a mean rate by hour and day of the week, are taken in by the service `desk`,
 * worked on by people who need the service `tool`, and closed. Staff are as many as the rate needs, at 80 per cent of their time.
 * @param casesPerHour mean over the week
 * @param weeks length of the record, after three weeks that are not reported
 */
export function workshop(casesPerHour: number, weeks: number, { outages = [], changes = [] }: { readonly outages?: readonly Outage[]; readonly changes?: readonly Change[] } = {}): Parameters {
  const from = london('2025-01-06');
  return { model: model(casesPerHour), from, until: from + weeks * 7 * DAY, warmUp: 21 * DAY, outages, changes };
}

const touchMinutes = 20;

function model(casesPerHour: number): ProcessModel {
  const staffHours = 16 * 0.8;
  const people = Math.max(1, Math.ceil((casesPerHour * 24 * touchMinutes) / 60 / staffHours));
  return {
    id: 'workshop', holidays: new Set(),
    demand: [{ name: 'Counter', perWeek: casesPerHour * 168, profile: [1.15, 1.1, 1, 1, 0.95, 0.9, 0.9].flatMap((d) => shape.map((h) => h * d)), holidayShare: 1, services: ['desk'], attributes: (draw) => ({ kind: draw('kind') < 0.5 ? 'A' : 'B' }), amount: (draw) => Math.round(2000 + 8000 * draw('value')) }],
    steps: [
      { name: 'Take in', first: true, touch: () => [0, 0], services: [], next: () => ['Repair'] },
      { name: 'Repair', pool: () => 'Workers', touch: () => [touchMinutes * MINUTE, 0.5], services: ['tool'], next: () => ['Close'] },
      { name: 'Close', touch: () => [0, 0], services: [], next: () => [] },
    ],
    pools: [{ name: 'Workers', services: [], absence: () => 0, shifts: [{ hours: open, people: Array.from({ length: people }, (_, i) => ({ name: `Worker ${i + 1}` })) }] }],
  };
}
