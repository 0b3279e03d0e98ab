import fc from 'fast-check';
import { anyText } from '../../text/testing/any-text.ts';
import type { Progress } from '../progress.ts';

/** The progress of someone who has not begun. */
export const nothing: Progress = {
  total_episodes_watched: 0,
  total_movies_watched: 0,
  total_hours_watched: 0,
  episodes_watched_today: 0,
  movies_watched_today: 0,
  youtube_videos_watched: 0,
  youtube_videos_watched_today: 0,
  spotify_episodes_watched: 0,
  spotify_episodes_watched_today: 0,
  days_since_first_episode: 0,
  weekly_trend_percentage: null,
  daily_activity: lastDays(0, 0, 0, 0, 0, 0, 0),
  all_time_progress: [],
  shows: [],
  youtube_channels: [],
  spotify_shows: [],
  movies: [],
};

/** Minutes of days, of which the last one is today. */
export function lastDays(...minutes: readonly number[]): Progress['daily_activity'] {
  return minutes.map((minutes_watched, index) => ({
    days_ago: minutes.length - 1 - index,
    minutes_watched,
  }));
}

/** Cumulative hours of quarters, of which the first one is January 2021. */
export function quarters(...hours: readonly number[]): Progress['all_time_progress'] {
  return hours.map((cumulative_hours, index) => ({
    label: `${['Jan', 'Apr', 'Jul', 'Oct'][index % 4]} ${2021 + Math.floor(index / 4)}`,
    cumulative_hours,
  }));
}

const count = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 }), fc.maxSafeNat());
const name = fc.option(anyText);
const artwork_url = fc.constant(null);

/** Any answer that fits the contract, also such as the tracker would never give. */
export const anyProgress: fc.Arbitrary<Progress> = fc.record({
  total_episodes_watched: count,
  total_movies_watched: count,
  total_hours_watched: count,
  episodes_watched_today: count,
  movies_watched_today: count,
  youtube_videos_watched: count,
  youtube_videos_watched_today: count,
  spotify_episodes_watched: count,
  spotify_episodes_watched_today: count,
  days_since_first_episode: count,
  weekly_trend_percentage: fc.option(
    fc.oneof(
      fc.double({ min: -100, max: 1000, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  ),
  daily_activity: fc.oneof(
    fc.array(count, { minLength: 7, maxLength: 7 }).map((minutes) => lastDays(...minutes)),
    fc.array(fc.record({ days_ago: count, minutes_watched: count })),
  ),
  all_time_progress: fc.oneof(
    fc.array(fc.nat({ max: 300 }), { maxLength: 200, size: 'max' }).map(cumulated),
    fc.array(fc.record({ label: anyText, cumulative_hours: count })),
  ),
  shows: fc.array(
    fc.record({ show_id: fc.option(anyText), name, artwork_url, episodes_watched: count }),
    { maxLength: 15 },
  ),
  youtube_channels: fc.array(
    fc.record({ channel_id: anyText, channel_name: name, artwork_url, videos_watched: count }),
  ),
  spotify_shows: fc.array(
    fc.record({ show_id: anyText, show_name: name, artwork_url, episodes_watched: count }),
  ),
  movies: fc.array(fc.record({ movie_id: anyText, name, artwork_url })),
});

function cumulated(hours: readonly number[]): Progress['all_time_progress'] {
  let sum = 0;
  return quarters(...hours.map((more) => (sum += more)));
}
