import { describe, expect, it } from 'vitest';
import { companyBody, companyDraft, currencyChoices, zoneChoices, type CompanyBody } from './company-draft.ts';

const northgate: CompanyBody = {
  name: 'Northgate Supplies', zone: 'Europe/London', currency: 'GBP', fiscalYearStart: '04-01', posts: { ceo: 'ceo', coo: 'coo', cio: 'cio' },
  discountRate: { rate: { percent: 8.5 }, terms: 'nominal' }, rates: [{ currency: 'EUR', rate: 0.8612, on: '2026-01-01' }], asOf: '2026-07-09T11:05:30+02:00',
};

describe('company settings in a form', () => {
  it('come back as they were where nothing is typed', () => {
    expect(companyBody(companyDraft(northgate), northgate)).toEqual({ ...northgate, discountRate: { rate: '8.5 %', terms: 'nominal' } });
  });

  it('show the pinned time on the company’s clock, and keep a new one with its offset', () => {
    const draft = companyDraft(northgate);
    expect(draft.asOf).toBe('2026-07-09T10:05');
    expect(companyBody({ ...draft, asOf: '2026-12-01T08:00' }, northgate).asOf).toBe('2026-12-01T08:00:00+00:00');
    expect(companyBody({ ...draft, asOf: '' }, northgate)).not.toHaveProperty('asOf');
  });

  it('take a rate as people write it, and none for none', () => {
    const draft = companyDraft(northgate);
    expect(['8', '8,5%', ' 7 % '].map((rate) => companyBody({ ...draft, rate }, northgate).discountRate?.rate)).toEqual(['8 %', '8.5 %', '7 %']);
    expect(companyBody({ ...draft, rate: ' ' }, northgate)).not.toHaveProperty('discountRate');
    expect(companyBody({ ...draft, name: ' Northgate ', day: '6', month: '04' }, northgate)).toMatchObject({ name: 'Northgate', fiscalYearStart: '04-06' });
  });
});

it('choices hold what there is to choose', () => {
  expect(zoneChoices('Europe/Kyiv')).toEqual(expect.arrayContaining(['Europe/London', 'UTC', 'Europe/Kyiv']));
  expect(currencyChoices().find((c) => c.value === 'GBP')?.label).toBe('GBP · British Pound');
});
