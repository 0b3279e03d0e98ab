import { describe, expect, test } from 'vitest';
import { historyDay, noHistory, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import type { History, WatchedRecord } from '../tracker/tracker.ts';
import { changeWords } from './change-words.ts';
import { at, watchedRecord } from './testing/samples.ts';

const formats = createFormats(['en-NZ']);

/** Of a learner in Berlin on Friday, 27 November 2026, with so many episodes on these days. */
function historyOf(counts: Readonly<Record<string, number>>, current_days: number): History {
  return {
    ...noHistory,
    ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4 },
    days: Object.entries(counts).map(([date, count]) =>
      historyDay(date, { episode_seconds: count * 1440, episode_records: count }),
    ),
    streak: { current_days, current_since: null, longest_days: 3 },
  };
}

const threeDays = historyOf({ '2026-11-25': 1, '2026-11-26': 2, '2026-11-27': 1 }, 3);
const record = watchedRecord('a', { watched_at: at('2026-11-26T18:53:00+01:00') });
const words = (to: string, history = threeDays, one: WatchedRecord = record) =>
  seen(changeWords(history, one, at(to), formats));

describe('the streak', () => {
  test('stays', () => {
    expect(words('2026-11-25T21:10:00+01:00')).toBe(
      'Moves 24 min from Thursday to Wednesday. Your streak stays at 3 days.',
    );
  });

  test('grows', () => {
    expect(words('2026-11-24T21:10:00+01:00')).toBe(
      'Moves 24 min from Thursday to Tuesday. Your streak grows to 4 days.',
    );
  });

  test('becomes shorter', () => {
    const history = historyOf({ '2026-11-25': 1, '2026-11-26': 1, '2026-11-27': 1 }, 3);

    expect(words('2026-11-25T21:10:00+01:00', history)).toBe(
      'Moves 24 min from Thursday to Wednesday. Your streak becomes 1 day.',
    );
  });

  test('ends', () => {
    const history = historyOf({ '2026-11-26': 1 }, 1);

    expect(words('2026-11-20T21:10:00+01:00', history)).toBe(
      'Moves 24 min from Thursday to 20 November. Your streak ends.',
    );
  });

  test('begins', () => {
    const old = { ...record, watched_at: at('2026-03-02T12:00:00+01:00') };
    const history = historyOf({ '2026-03-02': 1, '2026-11-25': 1 }, 0);

    expect(words('2026-11-26T12:00:00+01:00', history, old)).toBe(
      'Moves 24 min from 2 March to Thursday. This makes a streak of 2 days.',
    );
  });

  test('is not mentioned if there is none', () => {
    const old = { ...record, watched_at: at('2026-03-02T12:00:00+01:00') };
    const history = historyOf({ '2026-03-02': 1 }, 0);

    expect(words('2025-12-31T12:00:00+01:00', history, old)).toBe(
      'Moves 24 min from 2 March to 31 December 2025.',
    );
  });
});

test('a move within a night that belongs to one day', () => {
  expect(words('2026-11-27T03:59:00+01:00')).toBe(
    'Stays on Thursday. Your streak stays at 3 days.',
  );
});

test.each([
  ['a guess', { duration: 1200, duration_source: 'guess' }, 'about 20 min'],
  ['a movie without a length', { duration: null, duration_source: null }, 'it'],
  ['less than a minute', { duration: 59 }, 'it'],
] as const)('%s', (_, changes, length) => {
  expect(words('2026-11-25T12:00:00+01:00', threeDays, { ...record, ...changes })).toBe(
    `Moves ${length} from Thursday to Wednesday. Your streak stays at 3 days.`,
  );
});
