import { mediaKinds } from '@immersion-tracker/contract';
import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { seconds } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLedger, type LedgerWatch } from './ledger.ts';

const calendar = learnerCalendar(Date.parse('2026-05-20T12:00:00+12:00'), {
  ...{ timeZone: 'Pacific/Auckland', dayStartsAtHour: 4 },
});

function daysOf(watches: readonly LedgerWatch[]) {
  const ledger = createLedger(calendar);
  for (const watch of watches) ledger.add(watch);
  return ledger.days();
}

test('each day with a record has the sums of each kind, and of what is a guess', () => {
  const days = daysOf([
    ...[watch('episode', '2026-05-20T09:00:00+12:00', 1440)],
    ...[watch('movie', '2026-05-18T04:00:00+12:00', 0)],
    ...[watch('youtube_video', '2026-05-20T23:00:00+12:00', 600)],
    // At 2 a.m., 20 May is not over yet.
    ...[{ ...watch('episode', '2026-05-21T02:00:00+12:00', 1200), isGuess: true }],
  ]);

  const nothing = Object.fromEntries(
    mediaKinds.flatMap(({ id }) => [`${id}_seconds`, `${id}_records`].map((name) => [name, 0])),
  );
  expect(days).toEqual([
    {
      ...calendar.dayOf('2026-05-18'),
      totals: { date: '2026-05-18', ...nothing, movie_records: 1 },
      ...{ seconds: 0, guessedSeconds: 0 },
    },
    {
      ...calendar.dayOf('2026-05-20'),
      totals: {
        ...{ date: '2026-05-20', ...nothing, episode_seconds: 2640, episode_records: 2 },
        ...{ youtube_video_seconds: 600, youtube_video_records: 1 },
      },
      ...{ seconds: 3240, guessedSeconds: 1200 },
    },
  ]);
});

test('the days agree with a search through all records, in any order', () => {
  const from = seconds('2026-03-30T00:00:00Z');
  const watches = fc.array(
    fc.record({
      kind: fc.constantFrom(...mediaKinds.map(({ id }) => id)),
      timestamp: fc.integer({ min: from, max: from + 9 * 86_400 }),
      seconds: fc.nat({ max: 20_000 }),
      isGuess: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(watches, (all) => {
      const days = daysOf(all);

      const dates = all.map(({ timestamp }) => calendar.dayAt(timestamp).date);
      expect(days.map(({ date }) => date)).toEqual([...new Set(dates)].sort());
      for (const day of days) {
        const onDay = all.filter((_, index) => dates[index] === day.date);
        const secondsOf = (some: readonly LedgerWatch[]) =>
          some.reduce((sum, watch) => sum + watch.seconds, 0);
        expect(day.seconds).toBe(secondsOf(onDay));
        expect(day.guessedSeconds).toBe(secondsOf(onDay.filter(({ isGuess }) => isGuess)));
        for (const { id } of mediaKinds) {
          const ofKind = onDay.filter(({ kind }) => kind === id);
          expect(day.totals[`${id}_seconds`]).toBe(secondsOf(ofKind));
          expect(day.totals[`${id}_records`]).toBe(ofKind.length);
        }
      }
    }),
  );
});

function watch(kind: LedgerWatch['kind'], iso: string, length: number): LedgerWatch {
  return { kind, timestamp: seconds(iso), seconds: length, isGuess: false };
}
