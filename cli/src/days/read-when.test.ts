import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { describe, expect, test } from 'vitest';
import { readWhen } from './read-when.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** Days begin at four. It is half past one in the night, so for the learner it is still Thursday. */
const NOW = '2026-11-27T01:30:00+01:00';
const read = (text: string, now = NOW, timeZone = 'Europe/Berlin') =>
  readWhen(
    text,
    learnerCalendar(seconds(now) * 1000, { timeZone, dayStartsAtHour: 4 }),
    seconds(now),
  );

test.each([
  ['now', NOW],
  ['today', '2026-11-26T16:00:00+01:00'],
  ['Yesterday', '2026-11-25T16:00:00+01:00'],
  ['2026-11-20', '2026-11-20T16:00:00+01:00'],
  ['2026-11-24 21:30', '2026-11-24T21:30:00+01:00'],
  ['2026-11-24T4:00', '2026-11-24T04:00:00+01:00'],
  // In the night after Tuesday evening.
  ['2026-11-24 01:30', '2026-11-25T01:30:00+01:00'],
  ['today 1:30', NOW],
  ['yesterday 3:59', '2026-11-26T03:59:00+01:00'],
  // Summer time: this hour was skipped, so the time is that long after the change.
  ['2026-03-28 2:30', '2026-03-29T03:30:00+02:00'],
])('%s is %s', (text, iso) => {
  expect(read(text)).toBe(seconds(iso));
});

test('today is now until its middle', () => {
  expect(read('today', '2026-11-27T09:00:00+01:00')).toBe(seconds('2026-11-27T09:00:00+01:00'));
});

describe('in a time zone that skipped 30 December 2011', () => {
  const readThere = (text: string) => read(text, '2011-12-31T18:00:00+14:00', 'Pacific/Apia');

  test.each(['2011-12-30', '2011-12-30 21:30'])('%s is refused', (text) => {
    expect(() => readThere(text)).toThrow(
      'There was no 2011-12-30: the time zone Pacific/Apia skipped it.',
    );
  });

  test('the day before the 31st is the 29th, whose night ends on the 31st', () => {
    expect(readThere('yesterday')).toBe(seconds('2011-12-29T16:00:00-10:00'));
    expect(readThere('2011-12-29 1:30')).toBe(seconds('2011-12-31T01:30:00+14:00'));
  });
});

test.each([
  ['2026-11-27', '2026-11-27 is in the future.'],
  ['today 1:31', 'today 1:31 is in the future.'],
  ['2026-11-24 24:00', 'That time does not exist. Write it like 2026-11-24 21:30.'],
  ['2026-11-24 1:75', 'That time does not exist. Write it like 2026-11-24 21:30.'],
  ['soon', 'soon is not a date. Write it like 2026-11-26, "2026-11-26 21:30", yesterday or now.'],
  ['\u001b[2J 1:30', '␛[2J is not a date.'],
])('%j is refused', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
