import { counted } from '../text/counted.ts';
import { flow } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import type { Progress } from './progress.ts';
import { dotted, INDENT, indented } from './section.ts';

/** All that was ever watched. */
export function totals(progress: Progress, columns: number, paint: Paint): string[] {
  const days = progress.days_since_first_episode;
  const hours = paint.bold(paint.accent(counted(progress.total_hours_watched, 'hour')));
  const since = days === 0 ? 'in your first day' : `in ${counted(days, 'day')}`;
  const counts = [
    counted(progress.total_episodes_watched, 'episode'),
    counted(progress.total_movies_watched, 'movie'),
    counted(progress.youtube_videos_watched, 'YouTube video'),
    counted(progress.spotify_episodes_watched, 'podcast episode'),
  ];
  return [
    ...flow([hours, paint.bold(since)], columns),
    ...dotted(counts, columns - INDENT.length, paint).map(indented),
  ];
}
