import type { Paint } from '../text/paint.ts';
import { type ListOptions, list } from './list.ts';
import type { Progress } from './progress.ts';
import { nameCell, type RankedEntry, ranking } from './ranking.ts';
import { INDENT } from './section.ts';

/** Shows, movies, channels and podcasts: a section for each, empty where there is none. */
export function lists(progress: Progress, options: ListOptions, paint: Paint): string[][] {
  const width = options.columns - INDENT.length;
  const ranked = (noun: string, order: string, entries: readonly RankedEntry[]) =>
    list({ noun, order }, ranking(entries, width, paint), options, paint);

  return [
    ranked('show', 'by episodes', shows(progress)),
    list({ noun: 'movie' }, movies(progress, width, paint), options, paint),
    ranked('YouTube channel', 'by videos', channels(progress)),
    ranked('podcast', 'by episodes', podcasts(progress)),
  ];
}

const shows = ({ shows }: Progress): RankedEntry[] =>
  shows.map(({ show_id, name, episodes_watched }) => ({
    name,
    placeholder: show_id === null ? 'Unknown show' : `show ${show_id}`,
    count: episodes_watched,
  }));

/** A movie whose name is not known goes by its file's. */
const movies = ({ movies }: Progress, width: number, paint: Paint): string[] =>
  movies.map(({ movie_id, name }) => {
    const placeholder = movie_id.trim() === '' ? 'Unknown movie' : movie_id;
    return nameCell({ name, placeholder }, width, paint);
  });

const channels = ({ youtube_channels }: Progress): RankedEntry[] =>
  youtube_channels.map(({ channel_id, channel_name, videos_watched }) => ({
    name: channel_name,
    placeholder: `channel ${channel_id}`,
    count: videos_watched,
  }));

const podcasts = ({ spotify_shows }: Progress): RankedEntry[] =>
  spotify_shows.map(({ show_id, show_name, episodes_watched }) => ({
    name: show_name,
    placeholder: `podcast ${show_id}`,
    count: episodes_watched,
  }));
