import { counted, mediaKinds } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { progressScreen, progressSummary } from './progress-screen.ts';
import { lastDays, nothing, ofKinds, quarters } from './testing/any-progress.ts';
import { totals } from './totals.ts';

const narrow = { columns: 40, all: false };

const begun = {
  ...nothing,
  total_hours_watched: 40,
  days_since_first_episode: 170,
  total_episodes_watched: 24,
  total_movies_watched: 1,
  episodes_watched_today: 1,
  weekly_trend_percentage: 12.4,
  daily_activity: lastDays(0, 0, 60, 0, 40, 120, 20),
  all_time_progress: quarters(20, 40),
  shows: [
    { show_id: '1', name: '葬送のフリーレン', artwork_url: null, episodes_watched: 18 },
    { show_id: null, name: null, artwork_url: null, episodes_watched: 6 },
  ],
  movies: [{ movie_id: 'Lola rennt', name: null, artwork_url: null }],
};

const summary = `\
${totals(begun, 40, plainPaint).join('\n')}

Today · 20 min
  1 episode

Last seven days · 4 h
12% more than your average week
  6 days ago   0 min
  5 days ago   0 min
  4 days ago     1 h  ▆▆▆▆▆▆▆▆▆
  3 days ago   0 min
  2 days ago  40 min  ▆▆▆▆▆▆
  yesterday      2 h  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
  today       20 min  ▆▆▆`;

const rest = `

All time
  40 h ┤                            ▂▄▆█
       │                        ▂▄▆█████
  30 h ┤                    ▂▄▆█████████
       │                ▂▄▆█████████████
  20 h ┤            ▂▄▆█████████████████
       │        ▂▄▆█████████████████████
  10 h ┤    ▂▄▆█████████████████████████
       │▂▄▆█████████████████████████████
   0 h └────────────────────────────────
        Jan 2021                Apr 2021

2 shows · by episodes
  18   75%  ▆▆▆▆▆  葬送のフリーレン
   6   25%  ▆▆     Unknown show

1 movie
  Lola rennt`;

describe('a learner with records', () => {
  test('sees their progress without empty lists', () => {
    expect(progressScreen(begun, narrow, plainPaint)).toBe(summary + rest);
  });

  test('sees the summary after a sync', () => {
    expect(progressSummary(begun, narrow, plainPaint)).toBe(summary);
  });

  test('sees the same on a terminal that is too narrow', () => {
    expect(progressScreen(begun, { columns: 7, all: false }, plainPaint)).toBe(summary + rest);
  });
});

describe('a learner without records', () => {
  const welcome = `\
Nothing recorded yet: your first hour is
ahead.

  Put an episode that you have watched
  into shows/<show>/watched/ in your
  media folder, then run this there:

    immersion sync`;

  test('sees what to do first', () => {
    expect(progressScreen(nothing, narrow, plainPaint)).toBe(welcome);
    expect(progressSummary(nothing, narrow, plainPaint)).toBe(welcome);
  });
});

test.each(mediaKinds)('$id is part of the totals, of today and of a list', ({ id, nouns }) => {
  const groups = ['A', 'B'].map((name) => ({ id: name, name, artworkUrl: null, watched: 3 }));
  const progress = { ...nothing, ...ofKinds({ [id]: { watched: 6, watchedToday: 4, groups } }) };

  const [totals, today, , list, ...more] = progressScreen(progress, narrow, plainPaint).split(
    '\n\n',
  );

  expect(totals).toContain(counted(6, nouns.record));
  expect(today).toBe(`Today\n  ${counted(4, nouns.record)}`);
  expect(list).toMatch(new RegExp(`^2 ${nouns.group[1]}( · .*)?\n.* A\n.* B$`));
  expect(more).toEqual([]);
});
