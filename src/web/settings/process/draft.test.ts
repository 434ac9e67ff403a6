import { describe, expect, it } from 'vitest';
import { processBody, processDraft, weekWords, type ProcessBody } from './draft.ts';

const defaults = { log: 'orders', zone: 'Europe/London', currency: 'GBP' };
const typed = { ...processDraft(null, { ...defaults, name: 'Order to cash' }), case: 'order', function: 'fulfil', owner: 'coo', ends: ['Ship'] };
const plain: ProcessBody = { name: 'Order to cash', case: 'order', function: 'fulfil', owner: 'coo', zone: 'Europe/London', starts: [], ends: ['Ship'], activities: [] };

describe('a process as it is typed', () => {
  it('is sent with no more than was said', () => expect(processBody(typed, null)).toEqual(plain));

  it('takes a target, hours of its own and what an hour of delay costs, in minor units', () => {
    expect(processBody({ ...typed, target: ' 4 d', closedAfter: '30 d', calendar: '+own', days: ['friday', 'monday'], opens: '08:00', closes: '12:30', delayLow: '0,40', delayHigh: '1.2' }, null)).toEqual({
      ...plain, target: '4 d', closedAfter: '30 d', hours: { monday: ['08:00-12:30'], friday: ['08:00-12:30'] }, delayCostAnHour: { low: { amount: 40, currency: 'GBP' }, high: { amount: 120, currency: 'GBP' } },
    });
    expect(processBody({ ...typed, calendar: '+own', days: ['monday'], opens: '08:00', closes: '12:00' }, null).hours).toEqual({ monday: ['08:00-12:00'] });
    expect(processBody({ ...typed, delayLow: '40', delayHigh: '120', currency: 'JPY' }, null).delayCostAnHour).toEqual({ low: { amount: 40, currency: 'JPY' }, high: { amount: 120, currency: 'JPY' } });
  });

  it('keeps what the form does not show, and hours that it could not', () => {
    const rich: ProcessBody = { ...plain, description: 'To the door.', mtpd: { seconds: 172_800 }, calendar: 'office', hours: { monday: ['08:00-12:00', '13:00-17:00'] }, activities: [{ name: 'Ship', services: ['erp'] }] };
    expect(processBody({ ...processDraft(rich, defaults), name: 'Orders' }, rich)).toEqual({ ...rich, name: 'Orders' });
  });

  it('shows what is on record as it would be typed', () => {
    const agreed: ProcessBody = { ...plain, target: { seconds: 129_600 }, closedAfter: { seconds: 5400 }, calendar: 'office', delayCostAnHour: { low: { amount: 40, currency: 'GBP' }, high: { amount: 120, currency: 'GBP' } } };
    expect(processDraft(agreed, defaults)).toMatchObject({ target: '36 h', closedAfter: '90 min', calendar: 'office', delayLow: '0.40', delayHigh: '1.20', currency: 'GBP' });
    expect(processBody({ ...processDraft(agreed, defaults), target: ' ', closedAfter: '', calendar: '', delayLow: '', delayHigh: '' }, agreed)).toEqual(plain);
  });

  it('says opening hours with days that are alike together', () => {
    expect(weekWords({ friday: ['09:00-12:00', '13:00-15:00'], tuesday: ['09:00-17:00'], monday: ['09:00-17:00'] })).toBe('Mon–Tue 09:00–17:00; Fri 09:00–12:00, 13:00–15:00');
    expect(weekWords({ monday: ['09:00-17:00'], wednesday: ['09:00-17:00'] })).toBe('Mon 09:00–17:00; Wed 09:00–17:00');
  });

  it('what is no number is left to the server to refuse', () => expect(processBody({ ...typed, delayLow: 'much', delayHigh: '2' }, null).delayCostAnHour?.low).toBe('GBP much'));
});
