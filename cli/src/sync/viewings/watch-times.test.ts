import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../claims/claims.ts';
import { episode, link, movie } from '../testing/claims.ts';
import { byDay, watchTimes } from './watch-times.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;
/** 22:15 on Friday 27 November in Berlin. */
const NOW = seconds('2026-11-27T21:15:00Z');
const calendar = learnerCalendar(NOW * 1000, { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 });

/** The time of one claim; undefined means the time of the sync. */
function timeOf(claim: Claim, { moved, date }: { moved?: number; date?: string } = {}) {
  const movedAt = () => (moved === undefined ? undefined : moved * 1000);
  return watchTimes([claim], { probe: { movedAt }, calendar, now: NOW }, date).get(claim);
}

describe('a file was watched', () => {
  test.each([
    ['when it was moved', seconds('2026-11-20T20:00:00.900Z'), seconds('2026-11-20T20:00:00Z')],
    ['now if the file system does not note moves', undefined, undefined],
    ['now if its change time is in the future', NOW + 3600, undefined],
    ['now if its change time is from before 2005', seconds('1970-01-02T00:00:00Z'), undefined],
    ['at the first plausible moment', seconds('2005-01-01T00:00:00Z'), 1_104_537_600],
  ])('%s', (_, moved, time) => {
    const given = moved === undefined ? {} : { moved };
    expect(timeOf(episode('Dark', '01'), given)).toBe(time);
    expect(timeOf(movie('Suzume'), given)).toBe(time);
  });
});

describe('a line was watched', () => {
  test('on the day that it begins with, in the middle of the day', () => {
    // From 4:00 on the 20th to 4:00 on the 21st.
    const line = { ...link('aB3dE5fG7hI'), date: '2026-11-20' };
    expect(timeOf(line)).toBe(seconds('2026-11-20T15:00:00Z'));
  });

  test('now, if the middle of today is yet to come', () => {
    const morning = learnerCalendar(seconds('2026-11-27T08:00:00Z') * 1000, {
      ...{ timeZone: 'Europe/Berlin', dayStartsAtHour: 0 },
    });
    const line = { ...link('aB3dE5fG7hI'), date: '2026-11-27' };
    const now = seconds('2026-11-27T08:00:00Z');
    const context = { probe: { movedAt: () => undefined }, calendar: morning, now };
    expect(watchTimes([line], context, undefined).get(line)).toBeUndefined();
  });

  test('now, if it has no date', () => {
    expect(timeOf(link('aB3dE5fG7hI'))).toBeUndefined();
  });
});

describe('--date replaces the dates of files, and stands for lines without a date', () => {
  const moved = seconds('2026-11-01T20:00:00Z');
  const line = link('aB3dE5fG7hI');

  test.each([
    ['2026-11-20', seconds('2026-11-20T15:00:00Z')],
    ['yesterday', seconds('2026-11-26T15:00:00Z')],
    ['Today', seconds('2026-11-27T15:00:00Z')],
    ['now', undefined],
  ])('with %s', (date, time) => {
    expect(timeOf(episode('Dark', '01'), { moved, date })).toBe(time);
    expect(timeOf(line, { date })).toBe(time);
  });

  test('but a line keeps its own', () => {
    const dated = { ...line, date: '2026-11-20' };
    expect(timeOf(dated, { date: '2026-11-25' })).toBe(seconds('2026-11-20T15:00:00Z'));
    expect(timeOf(dated, { date: 'now' })).toBe(seconds('2026-11-20T15:00:00Z'));
  });

  test.each([
    [
      '2026-11-31',
      '2026-11-31 is not a date. Write it like 2026-11-27, "2026-11-27 21:30", yesterday or now.',
    ],
    ['constructor', 'constructor is not a date.'],
    ['2026-11-28', '2026-11-28 is in the future.'],
  ])('%s is refused', (date, message) => {
    expect(() => timeOf(line, { date })).toThrow(message);
  });
});

test('claims are grouped by the days of the learner, oldest first', () => {
  const [late, night, today] = ['01', '02', '03'].map((name) => episode('Dark', name));
  if (!late || !night || !today) throw new Error('three claims');
  const times = new Map([
    [night, seconds('2026-11-22T02:30:00Z')],
    [late, seconds('2026-11-21T20:00:00Z')],
  ]);

  expect([...byDay([today, night, late], times, calendar)]).toStrictEqual([
    ['2026-11-21', [night, late]],
    ['2026-11-27', [today]],
  ]);
});
