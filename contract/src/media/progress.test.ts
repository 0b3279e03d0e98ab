import { expect, test } from 'vitest';
import { byKind, mediaKinds } from './kinds.ts';
import { isEmpty, type Progress, writeFigures } from './progress.ts';

const noFigures = byKind(() => ({ watched: 0, watchedToday: 0, groups: [] }));
const nothing: Progress = {
  ...writeFigures(noFigures),
  ...{ total_hours_watched: 0, days_since_first_episode: 0, weekly_trend_percentage: null },
  ...{ daily_activity: [{ days_ago: 0, minutes_watched: 0 }], all_time_progress: [] },
};

test('a tracker without records is empty', () => {
  expect(isEmpty(nothing)).toBe(true);
});

test.each([
  { total_hours_watched: 1 },
  { all_time_progress: [{ label: 'Jan 2026', cumulative_hours: 0 }] },
])('a tracker with %o is not empty', (told) => {
  expect(isEmpty({ ...nothing, ...told })).toBe(false);
});

test.each(mediaKinds.map(({ id }) => id))(
  'a tracker with a record of %s, or only its group, is not empty',
  (id) => {
    const group = { id: '1', name: null, artworkUrl: null, watched: 0 };

    const told = [{ watched: 1 }, { groups: [group] }].map((figures) =>
      writeFigures({ ...noFigures, [id]: { ...noFigures[id], ...figures } }),
    );

    expect(told.map((figures) => isEmpty({ ...nothing, ...figures }))).toEqual([false, false]);
  },
);
