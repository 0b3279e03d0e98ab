import { spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import { type Row, rowOf, storeOf } from '../watches/testing/rows.ts';
import { getHistory } from './get-history.ts';

const settings = { pk: 'USER#alice', sk: 'SETTINGS', user: 'alice' };

function historyOf(rows: readonly Row[]) {
  const clock = () => Date.parse('2026-05-20T12:00:00+12:00');
  const handler = getHistory({ clock, timeZone: 'Pacific/Auckland', store: storeOf(rows) });
  return handler({ user: 'alice', request: undefined, deadline: wholeDeadline() });
}

const at = (iso: string): Row => ({ timestamp: seconds(iso) });

test('each day has the seconds and records of each kind, by the learner’s clock', async () => {
  const first = rowOf.movie('lola', 'Lola rennt', at('2026-05-17T20:00:00+02:00'));

  const history = await historyOf([
    { ...settings, time_zone: 'Europe/Berlin', day_starts_at_hour: 4, target_hours: 3 },
    rowOf.show('dark', { tvdb_id: 7, tvdb_average_runtime: 3000 }),
    rowOf.episode('dark', '1', at('2026-05-19T04:00:00+02:00')),
    rowOf.episode('lost', '1', at('2026-05-19T03:59:59+02:00')),
    ...[first, rowOf.rewatch(first, seconds('2026-05-19T20:00:00+02:00'))],
    rowOf.movie('x', 'X', { ...at('2026-05-19T21:00:00+02:00'), movie_duration: null }),
    rowOf.link(youtubeVideo, 'v', 'UC', at('2026-05-20T03:00:00+02:00')),
    rowOf.link(spotifyEpisode, 'e', 's', at('2026-05-21T12:00:00+02:00')),
  ]);

  const nothing = {
    ...{ episode_seconds: 0, movie_seconds: 0, youtube_video_seconds: 0 },
    ...{ spotify_episode_seconds: 0, episode_records: 0, movie_records: 0 },
    ...{ youtube_video_records: 0, spotify_episode_records: 0 },
  };
  expect(history).toStrictEqual({
    // Noon of 20 May in Auckland is 2 a.m. in Berlin.
    ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4, today: '2026-05-19' },
    days: [
      { ...nothing, date: '2026-05-17', movie_seconds: 7200, movie_records: 1 },
      { ...nothing, date: '2026-05-18', episode_seconds: 1200, episode_records: 1 },
      {
        ...{ ...nothing, date: '2026-05-19', episode_seconds: 3000, episode_records: 1 },
        ...{ movie_seconds: 7200, movie_records: 2 },
        ...{ youtube_video_seconds: 600, youtube_video_records: 1 },
      },
      { ...nothing, date: '2026-05-21', spotify_episode_seconds: 600, spotify_episode_records: 1 },
    ],
    streak: { current_days: 3, current_since: '2026-05-17', longest_days: 3 },
    guessed_seconds: 1200,
    goal: {
      ...{ daily_goal_minutes: null, target_hours: 3, target_date: null },
      // 7200 + 1200 + 10,800 + 600 seconds are 5.5 hours; 10,800 seconds are 180 minutes.
      ...{ hours_so_far: 5, minutes_today: 180, minutes_a_day_needed: null },
      ...{ pace_minutes: null, forecast: null },
    },
  });
});

test('without records and settings, nothing is counted, in the host’s zone', async () => {
  expect(await historyOf([])).toEqual({
    ...{ time_zone: 'Pacific/Auckland', day_starts_at_hour: 0, today: '2026-05-20', days: [] },
    streak: { current_days: 0, current_since: null, longest_days: 0 },
    ...{ guessed_seconds: 0, goal: null },
  });
});
