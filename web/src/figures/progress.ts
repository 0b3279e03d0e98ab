import type { endpoints, ResponseOf } from '@immersion-tracker/contract';

/** The answer of `GET /progress`. */
export type Progress = ResponseOf<(typeof endpoints)['getProgress']>;

/** Whether nothing at all was ever recorded. */
export function isEmpty(progress: Progress): boolean {
  const counts = [
    progress.total_hours_watched,
    progress.total_episodes_watched,
    progress.total_movies_watched,
    progress.youtube_videos_watched,
    progress.spotify_episodes_watched,
  ];
  const lists = [
    progress.all_time_progress,
    progress.shows,
    progress.movies,
    progress.youtube_channels,
    progress.spotify_shows,
  ];
  return counts.every((count) => count === 0) && lists.every((list) => list.length === 0);
}
