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
  movie_duration: true,
  timestamp: true,
});

/** Local movies, by name. */
export async function movieProgress(
  read: ReadItems,
  tally: Tally,
): Promise<Pick<Progress, 'total_movies_watched' | 'movies_watched_today' | 'movies'>> {
  const counts = await countWatches(read(PREFIX.movie, watched), tally, (movie) => ({
    timestamp: movie.timestamp,
    duration: movie.movie_duration,
    group: { movie_id: movie.file_name, name: movie.tvdb_name, artwork_url: movie.tvdb_image },
  }));
  return {
    total_movies_watched: counts.watched,
    movies_watched_today: counts.watchedToday,
    movies: [...counts.byGroup.keys()].sort((a, b) => compareNames(a.name, b.name)),
  };
}
