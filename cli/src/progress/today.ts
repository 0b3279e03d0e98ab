import { counted } from '../text/counted.ts';
import type { Paint } from '../text/paint.ts';
import { duration } from './duration.ts';
import type { Progress } from './progress.ts';
import { dotted, heading, INDENT, indented } from './section.ts';

/** What was watched today: only the kinds of which there is something. */
export function today(progress: Progress, columns: number, paint: Paint): string[] {
  const day = progress.daily_activity.find(({ days_ago }) => days_ago === 0);
  const minutes = day?.minutes_watched ?? 0;
  const counts = [
    { count: progress.episodes_watched_today, noun: 'episode' },
    { count: progress.movies_watched_today, noun: 'movie' },
    { count: progress.youtube_videos_watched_today, noun: 'YouTube video' },
    { count: progress.spotify_episodes_watched_today, noun: 'podcast episode' },
  ].filter(({ count }) => count > 0);

  // What has no length yet counts no minutes: `0 min` would deny that it was watched.
  const nothing = counts.length === 0 ? [paint.dim('nothing yet')] : [];
  const notes = minutes === 0 ? nothing : [paint.accent(duration(minutes))];
  const texts = counts.map(({ count, noun }) => counted(count, noun));
  return [
    ...heading('Today', notes, columns, paint),
    ...dotted(texts, columns - INDENT.length, paint).map(indented),
  ];
}
