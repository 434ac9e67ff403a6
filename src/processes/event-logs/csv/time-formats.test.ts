import { expect, test } from 'vitest';
import { fits, mostlyTimeFormats, spelled, statedFormat, timeFormats } from './time-formats.ts';

test.each<[string[], string[]]>([
  [['2010-12-30 14:32:00+01:00', '2010-12-30T14:32:00Z', '2010-12-30'], ['iso']],
  [['29/2/2016 01:16', '5/3/2016 12:00'], ['%d/%m/%Y %H:%M']],
  [['2/29/2016 1:16 PM'], ['%m/%d/%Y %I:%M %p']],
  [['5/3/2016 12:00'], ['%d/%m/%Y %H:%M', '%m/%d/%Y %H:%M']],
  [['1461234567'], ['epoch']],
  [['1461234567123'], ['epoch-ms']],
  [['1461234567123456'], ['epoch-us']],
  [['31.12.2024 23:59:59'], ['%d.%m.%Y %H:%M:%S']],
  [['31-Dec-2024 23:59:59.250'], ['%d-%b-%Y %H:%M:%S.%f']],
  [['20241231'], ['%Y%m%d']],
  [['31/12/2024 10:00 +0100'], ['%d/%m/%Y %H:%M %z']],
  [['yesterday'], []],
  [['2016-13-01'], []],
  [[], []],
])('%j is read as %j', (texts, formats) => {
  expect(timeFormats(texts)).toEqual(formats);
});

test('formats may be typed as people write them', () => {
  expect(spelled('DD/MM/YYYY HH:mm:ss')).toBe('%d/%m/%Y %H:%M:%S');
  expect(spelled('D/M/YYYY HH:MM')).toBe('%d/%m/%Y %H:%M');
  expect(spelled('YYYY-MM-DD hh:mm a')).toBe('%Y-%m-%d %I:%M %p');
  expect(spelled('%d/%m/%Y')).toBe('%d/%m/%Y');
  expect(spelled('ISO')).toBe('iso');
  expect(fits('29/2/2016 01:16', spelled('D/M/YYYY HH:MM'))).toBe(true);
});

test('a column called like a time may hold some that are none, but not many', () => {
  expect(mostlyTimeFormats(['2026-03-01 09:00', '2026-03-02 09:00', '2026-03-03 09:00', 'never'])).toEqual(['iso']);
  expect(mostlyTimeFormats(['29/2/2016 01:16', '5/3/2016 12:00', '6/3/2016 12:00', 'unknown'])).toEqual(['%d/%m/%Y %H:%M']);
  expect(mostlyTimeFormats(['2026-03-01', 'monday', 'tuesday'])).toEqual([]);
  expect(mostlyTimeFormats([])).toEqual([]);
});

test.each([
  ['%Q', 'The time format has %Q, which is not known'],
  ['%d/%m/%Y %', 'The time format has %, which is not known'],
  ['%d/%m/%Y %Z', 'The time format has %Z, which is not known'],
  ['%z %d/%m/%Y', 'The time format has its offset before the end'],
  ['%H:%M', 'The time format has no year'],
  ['whenever', 'The time format has no year'],
])('%j is refused: %s', (format, detail) => {
  expect(() => statedFormat(format)).toThrow(expect.objectContaining({ code: 'bad-input', detail, value: format, wanted: expect.stringContaining('%d/%m/%Y %H:%M') }));
});

test('a format that can be read is taken as it is meant', () => {
  expect(['D/M/YYYY HH:MM', 'ISO', 'epoch-ms', '%-d.%-m.%y %H:%M%z', '%Y-%j 100%%'].map(statedFormat)).toEqual(['%d/%m/%Y %H:%M', 'iso', 'epoch-ms', '%-d.%-m.%y %H:%M%z', '%Y-%j 100%%']);
});
