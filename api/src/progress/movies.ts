import { type GroupFigures, type KindFigures, movie } from '@immersion-tracker/contract';
import { movieItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { compareNames } from './order.ts';
import type { Tally } from './tally.ts';
import { countWatches } from './watches.ts';

const viewing = movieItem.pick({
  file_name: true,
  tvdb_name: true,
  tvdb_image: true,
  tmdb_name: true,
  tmdb_image: true,
  movie_duration: true,
  timestamp: true,
});

/** Figures of local movies, by name. A rewatched movie is listed once, as it was first recorded. */
export async function movieFigures(read: ReadItems, tally: Tally): Promise<KindFigures> {
  const byFile = new Map<string, GroupFigures>();
  const { watched, watchedToday } = await countWatches(
    read(movie.record.prefix, viewing),
    tally,
    ({ file_name, tvdb_name, tvdb_image, tmdb_name, tmdb_image, movie_duration, timestamp }) => {
      const group = byFile.get(file_name) ?? {
        id: file_name,
        name: tvdb_name ?? tmdb_name ?? null,
        artworkUrl: tvdb_image ?? tmdb_image ?? null,
        watched: undefined,
      };
      byFile.set(file_name, group);
      return { timestamp, duration: movie_duration ?? 0, group };
    },
  );
  const groups = [...byFile.values()].sort((a, b) => compareNames(a.name, b.name));
  return { watched, watchedToday, groups };
}
