import { describe, expect, test } from 'vitest';
import { type Row, readRows } from '../watches/testing/rows.ts';
import { readCalendar } from './read-calendar.ts';

// 2 a.m. on 20 May in Auckland, 4 p.m. on 19 May in Berlin.
const now = Date.parse('2026-05-20T02:00:00+12:00');

const calendarOf = (...rows: Row[]) => calendarAt(now, rows);
const calendarAt = (moment: number, rows: Row[] = []) =>
  readCalendar(readRows(rows), { clock: () => moment, timeZone: 'Pacific/Auckland' });

const settings = (more: Row) => ({ pk: 'USER#alice', sk: 'SETTINGS', user: 'alice', ...more });

describe('today', () => {
  test.each([
    ['is in the host’s zone, from midnight', [], '2026-05-20'],
    ['is in the user’s zone', [settings({ time_zone: 'Europe/Berlin' })], '2026-05-19'],
    ['begins at the user’s hour', [settings({ day_starts_at_hour: 4 })], '2026-05-19'],
    ['begins at an hour that has passed', [settings({ day_starts_at_hour: 2 })], '2026-05-20'],
  ])('%s', async (_, rows, date) => {
    expect((await calendarOf(...rows)).calendar.today.date).toBe(date);
  });

  test('is the last one in 2099, by UTC, if the clock is wrong by millennia', async () => {
    const moment = Date.parse('9998-05-20T00:00:00Z');

    expect((await calendarAt(moment)).calendar.today.date).toBe('2100-01-01');
  });
});

test.each([
  ['a zone that does not exist', { time_zone: 'Mars/Olympus' }],
  ['an old name of a zone', { time_zone: 'JST' }],
  ['a zone of another type', { time_zone: 9 }],
  ['an hour that does not exist', { day_starts_at_hour: 24 }],
  ['an hour of another type', { day_starts_at_hour: '4' }],
  ['a fraction of an hour', { day_starts_at_hour: 4.5 }],
  ['NULL', { time_zone: null, day_starts_at_hour: null }],
])('what another tool set to %s counts as not set', async (_, more) => {
  const { days, settings: found } = await calendarOf(settings({ ...more, target_hours: 500 }));

  expect(days).toEqual({ timeZone: 'Pacific/Auckland', dayStartsAtHour: 0 });
  expect(found).toEqual({
    ...{ time_zone: null, day_starts_at_hour: null, daily_goal_minutes: null },
    ...{ target_hours: 500, target_date: null },
  });
});

test('another item whose key begins like that of the settings is not them', async () => {
  const other = { ...settings({ time_zone: 'Europe/Berlin' }), sk: 'SETTINGS#OTHER' };

  expect((await calendarOf(other)).days.timeZone).toBe('Pacific/Auckland');
  expect((await calendarOf(settings({ time_zone: 'Asia/Tokyo' }), other)).days.timeZone).toBe(
    'Asia/Tokyo',
  );
});
