import type { endpoints, RequestOf } from '@immersion-tracker/contract';
import { type Clock, epochSeconds } from '../kernel/clock.ts';
import { PublicError } from '../kernel/errors.ts';
import { mapBounded } from '../kernel/map-bounded.ts';
import type { Handler } from '../kernel/route.ts';
import { requireKnown } from '../kernel/unknown-ids.ts';
import { absent } from '../store/absent.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { TVDB, type TvdbClient } from '../tvdb/client.ts';

type Movie = RequestOf<typeof endpoints.syncMovies>['movies'][number];

/** `POST /syncmovies`: records watched movies with the metadata of their TheTVDB ids. */
export function syncMovies(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly tvdb: TvdbClient;
}): Handler<typeof endpoints.syncMovies> {
  const { store, clock, tvdb } = deps;

  return async ({ user, body, deadline }) => {
    const pk = partitionKey(user);
    const timestamp = epochSeconds(clock);
    const movies = distinctMovies(body.movies);
    const newMovies = await absent(store, pk, movies, deadline.signal);
    const ids = [...new Set([...newMovies.values()].map(({ tvdb_id }) => tvdb_id))];
    const records = await mapBounded(ids, deadline, (id, shared) => tvdb.movie(id, shared));
    const watched = requireKnown(
      { provider: TVDB, kind: 'movie', reasons: 'deleted or wrong' },
      newMovies,
      ({ tvdb_id }) => tvdb_id,
      records,
    );

    const added = await store.insertIfAbsent(
      watched.map(({ sk, entry: { file_name, tvdb_id }, record }) => ({
        ...{ pk, sk, user, file_name, tvdb_id, timestamp },
        tvdb_name: record.name,
        tvdb_image: record.image,
        movie_duration: record.runtimeSeconds,
      })),
      deadline.signal,
    );
    return { movies_added: added.size };
  };
}

/** The movies by sort key. Throws where one file is given two ids. */
function distinctMovies(movies: readonly Movie[]): Map<string, Movie> {
  const bySortKey = new Map<string, Movie>();
  for (const [index, movie] of movies.entries()) {
    const sk = sortKey.movie(movie.file_name, `movies[${index}].file_name`);
    const first = bySortKey.get(sk) ?? movie;
    if (first.tvdb_id !== movie.tvdb_id) {
      const message = `movies[${index}].tvdb_id: ${JSON.stringify(movie.file_name)} is listed twice, with the ids ${first.tvdb_id} and ${movie.tvdb_id}; keep one`;
      throw new PublicError('invalid_request', message);
    }
    bySortKey.set(sk, first);
  }
  return bySortKey;
}
