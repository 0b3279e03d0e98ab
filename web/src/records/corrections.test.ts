import { recordsOfDay, secondsOfDay } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyDay, noHistory } from '../days/testing/samples.ts';
import type { History } from '../tracker/tracker.ts';
import { correctHistory, correctList, inverse, rewatchOf } from './corrections.ts';
import { at, watchedRecord } from './testing/samples.ts';

/** In Berlin, with days that begin at four: 40 minutes on Wednesday, 24 on Thursday, 42 on Friday, today. */
const history: History = {
  ...noHistory,
  ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4, today: '2026-11-27' },
  days: [
    historyDay('2026-11-25', { movie_seconds: 2400, movie_records: 1 }),
    historyDay('2026-11-26', { episode_seconds: 1440, episode_records: 1 }),
    historyDay('2026-11-27', { youtube_video_seconds: 2520, youtube_video_records: 2 }),
  ],
  streak: { current_days: 3, current_since: '2026-11-25', longest_days: 3 },
};
const thursday = watchedRecord('a', { watched_at: at('2026-11-26T18:53:00+01:00') });

describe('the history after a correction', () => {
  test('has the minutes on the new day, and no day without a record', () => {
    const to = at('2026-11-25T21:10:00+01:00');

    expect(correctHistory(history, { type: 'move', record: thursday, to })).toEqual({
      ...history,
      days: [
        historyDay('2026-11-25', {
          ...{ movie_seconds: 2400, movie_records: 1 },
          ...{ episode_seconds: 1440, episode_records: 1 },
        }),
        history.days[2],
      ],
      streak: { current_days: 1, current_since: '2026-11-27', longest_days: 1 },
    });
  });

  test('counts the night until four as the day before', () => {
    const to = at('2026-11-26T03:59:59+01:00');

    const { days } = correctHistory(history, { type: 'move', record: thursday, to });

    expect(days.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-27']);
  });

  test('can have a new first day, which makes the streak longer', () => {
    const record = watchedRecord('b', { watched_at: at('2026-11-24T12:00:00+01:00') });

    const { days, streak } = correctHistory(history, {
      ...{ type: 'add', record, to: record.watched_at },
    });

    expect(days[0]).toEqual(
      historyDay('2026-11-24', { episode_seconds: 1440, episode_records: 1 }),
    );
    expect(streak).toEqual({ current_days: 4, current_since: '2026-11-24', longest_days: 4 });
  });

  test('has less of a guess when a guessed record goes', () => {
    const record = { ...thursday, duration: 1200, duration_source: 'guess' as const };
    const guessed = { ...history, guessed_seconds: 3600 };

    const corrected = correctHistory(guessed, { type: 'remove', record, to: record.watched_at });

    expect(corrected.guessed_seconds).toBe(2400);
  });
});

const moments = fc.integer({ min: at('2026-03-01T00:00Z'), max: at('2026-11-27T12:00Z') });
const records = fc
  .uniqueArray(moments, { minLength: 1, maxLength: 40 })
  .map((times) => times.map((time, index) => watchedRecord(`${index}`, { watched_at: time })));
const settings = fc.record({
  time_zone: fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe'),
  day_starts_at_hour: fc.constantFrom(0, 4, 23),
});

const sums = ({ days }: History) => ({
  seconds: days.reduce((sum, day) => sum + secondsOfDay(day), 0),
  records: days.reduce((sum, day) => sum + recordsOfDay(day), 0),
});

test('moving a record keeps the sums, and moving it back restores days and streak', () => {
  fc.assert(
    fc.property(records, moments, settings, (list, to, counted) => {
      const empty = { ...noHistory, ...counted };
      const full = list.reduce<History>(
        (sum, record) => correctHistory(sum, { type: 'add', record, to: record.watched_at }),
        empty,
      );
      const move = { type: 'move', record: list[0] ?? watchedRecord('none'), to } as const;

      const moved = correctHistory(full, move);

      expect(sums(full)).toEqual({ seconds: list.length * 1440, records: list.length });
      expect(sums(moved)).toEqual(sums(full));
      expect(correctHistory(moved, inverse(move))).toEqual(full);
    }),
  );
});

describe('a list after a correction', () => {
  const [late, middle, early] = [300, 200, 100].map((time) =>
    watchedRecord(`${time}`, { watched_at: time }),
  ) as [ReturnType<typeof watchedRecord>, ReturnType<typeof watchedRecord>, typeof thursday];
  const list = [late, middle, early];
  const idsAfter = (...change: Parameters<typeof correctList>) =>
    correctList(...change).map(({ id }) => id);
  const anywhere = () => true;

  test('has a moved record in its new place', () => {
    const move = { type: 'move', record: late, to: 150 } as const;

    expect(idsAfter(list, move, anywhere)).toEqual(['200', '300', '100']);
    expect(correctList(list, move, anywhere)[1]).toEqual({ ...late, watched_at: 150 });
  });

  test('has the greater id first if two records share a second', () => {
    expect(idsAfter(list, { type: 'move', record: early, to: 300 }, anywhere)).toEqual([
      ...['300', '100', '200'],
    ]);
  });

  test('loses a record that no longer belongs in it', () => {
    expect(idsAfter(list, { type: 'move', record: late, to: 150 }, () => false)).toEqual([
      ...['200', '100'],
    ]);
  });

  test('is as before when two corrections are taken back in any order', () => {
    const move = { type: 'move', record: late, to: 50 } as const;
    const removal = { type: 'remove', record: middle, to: 200 } as const;
    const both = correctList(correctList(list, move, anywhere), removal, anywhere);
    const backAndForth = [
      [move, removal],
      [removal, move],
    ].map((order) => order.reduce((rest, one) => correctList(rest, inverse(one), anywhere), both));

    expect(backAndForth).toEqual([list, list]);
  });
});

test.each([
  ['a record', watchedRecord('MOVIE#a')],
  ['a rewatch', watchedRecord('MOVIE#a#5', { rewatch_of: 'MOVIE#a' })],
])('another viewing of %s is one of the original', (_, record) => {
  expect(rewatchOf(record, 1_764_190_800)).toEqual({
    ...record,
    ...{ id: 'MOVIE#a#1764190800', rewatch_of: 'MOVIE#a', watched_at: 1_764_190_800 },
  });
});
