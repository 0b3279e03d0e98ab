import { expect, test } from 'vitest';
import { historyDay, noHistory, seen } from '../../days/testing/samples.ts';
import { createFormats } from '../../text/formats.ts';
import { daily, historyOf, thousand } from '../testing/samples.ts';
import { tableRows } from './table-rows.ts';

const formats = createFormats(['en-NZ']);
const rowsOf = (history: Parameters<typeof tableRows>[0]) =>
  tableRows(history, formats).map(({ cells }) => cells.map(seen));

test('the table has the hours at the end of each month, today, and the dates of the forecast', () => {
  // From 20 September: 11 days, 31 and 27.
  expect(rowsOf(historyOf(daily(60, 69), thousand))).toEqual([
    ['30 September 2026', '11 h'],
    ['31 October 2026', '42 h'],
    ['27 November 2026, today', '69 h'],
    ['5 August 2027, early', '1,000 h'],
    ['14 March 2028, likely', '1,000 h'],
    ['15 January 2030, late', '1,000 h'],
  ]);
});

test('a month without a record has the hours of the month before', () => {
  const days = [historyDay('2026-08-31', { movie_seconds: 5400 })];

  expect(rowsOf({ ...noHistory, days })).toEqual([
    ['31 August 2026', '1 h 30 min'],
    ['30 September 2026', '1 h 30 min'],
    ['31 October 2026', '1 h 30 min'],
    ['27 November 2026, today', '1 h 30 min'],
  ]);
});

test('a long history goes by quarter', () => {
  const days = [
    historyDay('2023-11-30', { movie_seconds: 3600 }),
    historyDay('2026-09-30', { movie_seconds: 3600 }),
  ];
  const rows = rowsOf({ ...noHistory, days });

  // Four quarters of each of 2024 and 2025, one before and three after.
  expect(rows).toHaveLength(12 + 1);
  expect(rows[0]).toEqual(['31 December 2023', '1 h']);
  expect(rows.at(-2)).toEqual(['30 September 2026', '2 h']);
});

test('a forecast may have no late date', () => {
  const forecast = { early: '2027-08-05', likely: '2028-03-14', late: null };

  expect(rowsOf(historyOf([60], { ...thousand, forecast })).at(-1)).toEqual([
    'In more than ten years, late',
    '1,000 h',
  ]);
});
