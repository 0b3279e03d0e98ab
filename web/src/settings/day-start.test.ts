import { expect, test } from 'vitest';
import { createFormats } from '../text/formats.ts';
import { dayStartWords } from './day-start.ts';

const formats = createFormats(['en-NZ']);

test.each([
  ['on Friday evening', '2026-11-27T20:41', 4, 'It is Friday until 04:00 on Saturday.'],
  ['late that night', '2026-11-28T02:00', 4, 'It is Friday until 04:00 on Saturday.'],
  ['from four on', '2026-11-28T04:00', 4, 'It is Saturday until 04:00 on Sunday.'],
  ['with days from midnight', '2026-11-28T02:00', 0, 'It is Saturday until midnight.'],
  [
    'before a day that begins late',
    '2026-11-27T20:41',
    23,
    'It is Thursday until 23:00 on Friday.',
  ],
])('%s, the words name the day and its end', (_, local, dayStartsAtHour, words) => {
  // Auckland is 13 hours ahead of UTC in November.
  const now = Date.parse(`${local}+13:00`);

  expect(dayStartWords({ timeZone: 'Pacific/Auckland', dayStartsAtHour }, now, formats)).toBe(
    words,
  );
});
