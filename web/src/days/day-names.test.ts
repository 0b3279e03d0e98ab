import { expect, test } from 'vitest';
import { createFormats } from '../text/formats.ts';
import { dateName, fullName, isInLastWeek, nearDay } from './day-names.ts';

const formats = createFormats(['en-NZ']);

test.each([
  ['2026-01-02', undefined, false],
  ['2026-01-01', 'Today', true],
  ['2025-12-31', 'Yesterday', true],
  ['2025-12-26', undefined, true],
  ['2025-12-25', undefined, false],
])('%s is named relative to 1 January 2026', (date, near, isRecent) => {
  expect(nearDay(date, '2026-01-01')).toBe(near);
  expect(isInLastWeek(date, '2026-01-01')).toBe(isRecent);
});

test('a date names its year unless it is this year', () => {
  const names = ['2026-11-27', '2025-11-27'].map((date) => [
    dateName(date, '2026-12-31', formats),
    fullName(date, '2026-12-31', formats),
  ]);

  expect(names).toEqual([
    ['27 November', 'Friday, 27 November'],
    ['27 November 2025', 'Thursday, 27 November 2025'],
  ]);
});
