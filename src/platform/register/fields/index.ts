export { codeField, codeWanted, emailField, nameField, proseField, refField, slugField, slugWanted } from './text.ts';
export { currencyField, durationField, minorDigits, moneyField, moneyRangeField, readDuration, readMoney, readShare, shareField, writeDuration, writeMoney, writeShare, type Duration, type Money, type Share } from './quantity.ts';
export { dateField, daySpansField, instantField, isZone, readSpan, weekdays, weekField, zoneField, type Week } from './time.ts';
