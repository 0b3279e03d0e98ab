import { counted, mediaKinds, type Progress } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { progressScreen, progressSummary } from './progress-screen.ts';
import { daysUntil, noGoal, noHistory, TODAY } from './testing/any-history.ts';
import { lastDays, nothing, ofKinds, quarters } from './testing/any-progress.ts';

const narrow = { width: 40, all: false, hasTvdbKey: true };

const progress: Progress = {
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

const history = {
  ...noHistory,
  days: daysUntil(TODAY, 0, 0, 60, 0, 40, 120, 20),
  streak: { current_days: 2, current_since: '2026-11-24', longest_days: 9 },
  guessed_seconds: 1200,
  goal: { ...noGoal, daily_goal_minutes: 60, target_hours: 100, hours_so_far: 40, pace_minutes: 9 },
};

const totalIn = (time: string) => `\
40 hours ${time}
  24 episodes · 1 movie
  0 YouTube videos · 0 podcast episodes`;

const summary = `\
${totalIn('since 19 November 2026')}

Streak · 2 days since 24 November 2026
longest 9 days

Today · 20 min of 1 h · 40 min to go
  ▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   33%
  1 episode

Last seven days · 4 h
12% more than your average week
  Thu 19 Nov   0 min
  Fri 20 Nov   0 min
  Sat 21 Nov     1 h  ▆▆▆▆▆▆▆▆▆
  Sun 22 Nov   0 min
  Mon 23 Nov  40 min  ▆▆▆▆▆▆
  yesterday      2 h  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
  today       20 min  ▆▆▆`;

const allTime = `\
All time
  4 h ┤                           ▁▃▅▆▇█
      │                          ▂██████
  3 h ┤                         ▃███████
      │                        ▄████████
  2 h ┤                      ▁▆█████████
      │                   ▃▅▇███████████
  1 h ┤           ▁▄████████████████████
      │         ▂▅██████████████████████
  0 h └─────────────────────────────────
       19 November 2026            today`;

const allTimeByQuarter = `\
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
        Jan 2021                Apr 2021`;

const lists = `\
2 shows · by episodes
  18   75%  ▆▆▆▆▆  葬送のフリーレン
   6   25%  ▆▆     Unknown show

1 movie
  Lola rennt`;

// 32 columns for 40 of 100 hours. The days from Thursday on are in two weeks.
const screen = `\
${summary}

Goal · 40 of 100 hours
  ▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   40%
  At your current pace of 9 min a day,
  100 hours are more than ten years
  away.

Last 2 weeks · 4 h on 7 days
      Nov
  Mon   ▓▓
  Tue   ██
  Wed   ▒▒
  Thu ░░
  Fri ░░
  Sat ██
  Sun ░░
  · nothing  ░ under 20 min
  ▒ from 20 min  ▓ from 40 min
  █ your goal of 1 h

${allTime}

${lists}

A guess of 20 minutes an episode makes
up 20 min of your total (8%). To say
what your shows are: immersion shows`;

describe('a learner with records', () => {
  test('sees their progress without empty lists', () => {
    expect(progressScreen({ progress, history }, narrow, plainPaint)).toBe(screen);
  });

  test('sees the summary after a sync', () => {
    expect(progressSummary({ progress, history }, { columns: 40 }, plainPaint)).toBe(summary);
  });

  test('sees what they watched beside how far they have come if there is room', () => {
    const options = { ...narrow, width: 120 };

    const [first, second, third] = progressScreen({ progress, history }, options, plainPaint).split(
      '\n',
    );

    expect(first).toBe(`40 hours since 19 November 2026${' '.repeat(31)}2 shows · by episodes`);
    expect(second).toMatch(/^ {2}24 episodes · .* {2}18 +75% .* {2}葬送のフリーレン$/);
    expect(third?.indexOf('6   25%')).toBe(65);
  });

  test('sees the rest if the tracker has no history yet', () => {
    expect(progressScreen({ progress, history: undefined }, narrow, plainPaint)).toBe(`\
${totalIn('in 170 days')}

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
  today       20 min  ▆▆▆

This tracker is too old to know streaks,
goals and single days.

${allTimeByQuarter}

${lists}`);
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
    const none = { progress: nothing, history: noHistory };

    expect(progressScreen(none, narrow, plainPaint)).toBe(welcome);
    expect(progressSummary(none, { columns: 40 }, plainPaint)).toBe(welcome);
  });
});

test.each(mediaKinds)('$id is part of the totals, of today and of a list', ({ id, nouns }) => {
  const groups = ['A', 'B'].map((name) => ({ id: name, name, artworkUrl: null, watched: 3 }));
  const progress = { ...nothing, ...ofKinds({ [id]: { watched: 6, watchedToday: 4, groups } }) };

  const screen = progressScreen({ progress, history: noHistory }, narrow, plainPaint);
  const [totals, today, , list, ...more] = screen.split('\n\n');

  expect(totals).toContain(counted(6, nouns.record));
  expect(today).toBe(`Today\n  ${counted(4, nouns.record)}`);
  expect(list).toMatch(new RegExp(`^2 ${nouns.group[1]}( · .*)?\n.* A\n.* B$`));
  expect(more).toEqual([]);
});
