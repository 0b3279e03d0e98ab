import { type endpoints, movie, type RequestOf } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { requireKnown } from '../http/unknown-ids.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, recordingTime } from '../kernel/clock.ts';
import { lookUpAll } from '../providers/look-up-all.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import { MOVIE_ID } from '../providers/tvdb/ids.ts';
import { requireRuntime } from '../providers/tvdb/metadata.ts';
import { filterNew } from '../store/filter-new.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import { rewatchesAt, sharedKey } from '../store/shared-key.ts';
import type { Store } from '../store/store.ts';

type SentMovie = RequestOf<typeof endpoints.syncMovies>['movies'][number];
type Movie = SentMovie & { readonly timestamp: number };

/** `POST /syncmovies`: records watched movies with the metadata of their TheTVDB ids. */
export function syncMovies(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly tvdb: TvdbClient;
}): Handler<typeof endpoints.syncMovies> {
  const { store, clock, tvdb } = deps;

  return async ({ user, request, deadline }) => {
    const pk = partitionKey(user);
    const now = recordingTime(clock);
    const movies = distinctMovies(request.movies, now);
    const newMovies = await filterNew(store, pk, movies, deadline.signal);
    const known = new Map([...movies].filter(([sk]) => !newMovies.has(sk)));
    await rejectSharedKeys(store, pk, known, deadline.signal);

    const ids = [...new Set([...newMovies.values()].map(({ tvdb_id }) => tvdb_id))];
    const records = await lookUpAll(ids, deadline, (id, shared) => tvdb.movie(id, shared));
    const watched = requireKnown(MOVIE_ID, newMovies, ({ tvdb_id }) => tvdb_id, records);

    const added = await store.insertIfAbsent(
      watched.map(({ sk, entry: { file_name, tvdb_id, timestamp, duration }, record }) => ({
        ...{ pk, sk, user, file_name, tvdb_id, timestamp, source: request.source },
        tvdb_name: record.name,
        tvdb_image: record.image,
        movie_duration: duration ?? requireRuntime(record, tvdb_id).runtimeSeconds,
        duration_source: duration === undefined ? undefined : 'file',
      })),
      deadline.signal,
    );
    const overtaken = new Map([...newMovies].filter(([sk]) => !added.has(sk)));
    await rejectSharedKeys(store, pk, overtaken, deadline.signal);
    return { movies_added: added.size };
  };
}

/** The movies by sort key. If a file is listed twice, the last one counts. */
function distinctMovies(movies: readonly SentMovie[], now: number): Map<string, Movie> {
  return new Map(
    movies.map((sent, index) => {
      const timestamp = watchedAt(sent.watched_at, now, ['movies', index, 'watched_at']);
      const sk = sortKey(movie.record, [sent.file_name], `movies[${index}].file_name`);
      return [sk, { ...sent, timestamp }];
    }),
  );
}

/** Throws a 409 if a rewatch has the key of one of these movies. */
async function rejectSharedKeys(
  store: Store,
  pk: string,
  movies: ReadonlyMap<string, Movie>,
  signal: AbortSignal,
): Promise<void> {
  for (const [sk, rewatch] of await rewatchesAt(store, pk, [...movies.keys()], signal)) {
    throw sharedKey(rewatch, { ...movies.get(sk), sk }, 'rename the file without "#"');
  }
}
