import { services } from './services.ts';
import { smallPurchase } from './purchase-to-pay.ts';
import type { Truth } from './truth.ts';

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const days = (seconds: number | null): string => (seconds === null ? '' : (seconds / 86_400).toFixed(2));
const percent = (share: number | null, digits = 1): string => (share === null ? '' : `${(share * 100).toFixed(digits)} %`);
const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** TRUTH.md: every planted number as a person reads it; `truth.json` holds the same for tests, to the last digit. */
export function truthText(t: Truth): string {
  return [
    '# What is planted in Northgate Supplies',
    '',
    `Made by \`npm run example:generate -- --seed ${t.seed} --size ${t.size}\`; not written by hand. Northgate and everybody in it are invented. Period: ${t.from} to ${t.asOf} (the as-of time), ${t.zone}.`,
    '',
    ...t.semantics.map((s) => `- ${s}`),
    '',
    '## Logs',
    '',
    table(['process', 'file', 'events', 'cases', 'activities', 'variants', 'closed by silence'], t.processes.map((p) => [p.process, p.log, p.counts.events, p.counts.cases, p.counts.activities, p.counts.variants, p.closedBySilence])),
    '',
    ...t.processes.flatMap((p) => [`Last activity of each case, ${p.process}: ${Object.entries(p.counts.end).map(([a, n]) => `${a} ${n}`).join(', ')}.`, '']),
    ...t.processes.flatMap(processText),
    '## Availability of services',
    '',
    'From the recorded stops. Services not listed had none: 100 %.',
    '',
    availabilityText(t),
    '',
    '## Approvals in purchase-to-pay',
    '',
    `Purchases below ${pounds(smallPurchase)} are approved a second time. That step never changes anything; the others do. Director approval and Approve payment are controls.`,
    '',
    table(['activity', 'n', 'rejected', 'sent back', 'amount altered', 'changed', 'hours waited', 'of these in office hours', 'hands-on hours'], t.approvals.map((a) => [a.activity, a.n, a.rejected, a.sentBack, a.amountAltered, a.changed, a.waitHours, a.waitOfficeHours, a.touchHours])),
    '',
    '## Nine incidents and four pieces of maintenance',
    '',
    ...t.stops.flatMap(stopText),
    '## Hand-overs between processes',
    '',
    ...t.handOvers.flatMap(handOverText),
    '## Two initiatives',
    '',
    table(
      ['initiative', 'promise', 'go-live', 'ramp, days', 'planted factor on hands-on time', 'minutes a step after the ramp', 'without it', 'hands-on hours saved', 'median cycle, hours', 'without it'],
      t.initiatives.map((i) => [i.name, i.promise, i.goLive, i.rampDays, i.touchFactor, i.touchMinutesMean, i.touchMinutesMeanWithout, i.handsOnHoursSaved, i.cycleHoursMedian, i.cycleHoursMedianWithout]),
    ),
    '',
  ].join('\n');
}

function processText(p: Truth['processes'][number]): string[] {
  return [
    `## ${p.process}, week by week`,
    '',
    `Ends: ${p.ends.join(', ')}. Target ${p.targetSeconds / 86_400} days. Closed after ${p.closedAfterSeconds / 86_400} days of silence.`,
    '',
    table(
      ['week', 'started', 'throughput', 'cycle median, days', 'cycle P90, days', 'median, working hours', 'work in progress', 'rework', 'on time'],
      p.weeks.map((w) => [w.week, w.started, w.throughput, days(w.cycleMedian), days(w.cycleP90), w.workingMedian === null ? '' : (w.workingMedian / 3600).toFixed(2), w.workInProgress, percent(w.reworkShare), percent(w.onTimeShare)]),
    ),
    '',
  ];
}

function availabilityText(t: Truth): string {
  const shown = t.services.filter((s) => s.windows['whole period']!.asFelt < 1);
  const name = (id: string): string => services.find((s) => s.id === id)?.name ?? id;
  const columns = ['whole period', 'last 52 complete weeks', 'last 13 complete weeks', 'last 4 complete weeks'];
  return table(
    ['service', 'objective', ...columns, 'as felt, whole period', 'unplanned hours', 'agreed maintenance hours'],
    shown.map((s) => [name(s.service), percent(s.objective, 2), ...columns.map((c) => percent(s.windows[c]!.availability, 3)), percent(s.windows['whole period']!.asFelt, 3), (s.windows['whole period']!.unplannedSeconds / 3600).toFixed(2), (s.windows['whole period']!.maintenanceSeconds / 3600).toFixed(2)]),
  );
}

function stopText(s: Truth['stops'][number]): string[] {
  const felt = Object.entries(s.effects).filter(([, e]) => e.blockedStarts > 0 || e.lostCases > 0 || e.delayedCases > 0);
  return [
    `### ${s.name} (\`${s.id}\`)`,
    '',
    `${s.from} to ${s.until}. ${s.planted}`,
    '',
    felt.length === 0
      ? 'No process was touched.'
      : table(
          ['process', 'starts blocked', 'never came', 'came later', 'cases lost on the way', 'delay hours', 'within 72 h', 'delayed cases', 'margin lost'],
          felt.map(([process, e]) => [process, e.blockedStarts, e.lostStarts, e.shiftedStarts, e.lostCases, e.delayHours, e.delayHoursWithin72h, e.delayedCases, pounds(e.lostMargin)]),
        ),
    '',
  ];
}

function handOverText(h: Truth['handOvers'][number]): string[] {
  const hours = (seconds: number | null): string => (seconds === null ? '' : (seconds / 3600).toFixed(2));
  const { takenUp, waiting, notTakenUp, noPartner } = h.senders;
  return [
    `### From ${h.from} to ${h.to} (\`${h.link}\`)`,
    '',
    h.planted,
    '',
    table(
      ['taken up', 'hand-overs', 'median wait, hours', 'P90, hours', 'median, working hours', 'total hours'],
      ([['in the whole period', h.whole], ['in October 2026', h.lastMonth]] as const).map(([when, w]) => [when, w.handOvers, hours(w.medianSeconds), hours(w.p90Seconds), hours(w.workingMedianSeconds), w.totalHours.toFixed(1)]),
    ),
    '',
    `Of the cases that hand over, ${takenUp} were taken up, ${waiting} still wait, ${notTakenUp} have a partner that did not take them up since, ${noPartner} have none. ${h.toSeveral === 0 ? '' : `${h.toSeveral} cases of ${h.to} have more than one partner.`}`.trim(),
    '',
  ];
}
