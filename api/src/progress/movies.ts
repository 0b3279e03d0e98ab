import { PREFIX } from '@immersion-tracker/contract';
import { movieItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { compareNames } from './order.ts';
import type { Progress, Tally } from './tally.ts';
import { countWatches } from './watches.ts';

const watched = movieItem.pick({
  file_name: true,
  tvdb_name: true,
  tvdb_image: true,
  tmdb_name: true,
  tmdb_image: true,
  movie_duration: true,
  timestamp: true,
});

/** Local movies, by name. Each is listed once, with the name and artwork of its first viewing. */
export async function movieProgress(
  read: ReadItems,
  tally: Tally,
): Promise<Pick<Progress, 'total_movies_watched' | 'movies_watched_today' | 'movies'>> {
  const byFile = new Map<string, Progress['movies'][number]>();
  const counts = await countWatches(read(PREFIX.movie, watched), tally, (movie) => {
    const { file_name, tvdb_name, tvdb_image, tmdb_name, tmdb_image } = movie;
    const group = byFile.get(file_name) ?? {
      movie_id: file_name,
      name: tvdb_name ?? tmdb_name ?? null,
      artwork_url: tvdb_image ?? tmdb_image ?? null,
    };
    byFile.set(file_name, group);
    return { timestamp: movie.timestamp, duration: movie.movie_duration ?? 0, group };
  });
  return {
    total_movies_watched: counts.watched,
    movies_watched_today: counts.watchedToday,
    movies: [...byFile.values()].sort((a, b) => compareNames(a.name, b.name)),
  };
}
