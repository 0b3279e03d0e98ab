import { type endpoints, movie } from '@immersion-tracker/contract';
import type * as z from 'zod';
import type { Handler } from '../http/route.ts';
import { unknownIds } from '../http/unknown-ids.ts';
import { PublicError } from '../kernel/errors.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import { MOVIE_ID } from '../providers/tvdb/ids.ts';
import { requireRuntime } from '../providers/tvdb/metadata.ts';
import { movieItem } from '../store/items.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

const viewing = movieItem.pick({ sk: true, file_name: true, duration_source: true });
type Viewing = z.output<typeof viewing>;

/** `PUT /movie`: sets which movie on TheTVDB a recorded movie is, with its metadata, in all its viewings. */
export function updateMovie(deps: {
  readonly store: Store;
  readonly tvdb: TvdbClient;
}): Handler<typeof endpoints.updateMovie> {
  const { store, tvdb } = deps;

  return async ({ user, request: { file_name, tvdb_id }, deadline }) => {
    const { signal } = deadline;
    const pk = partitionKey(user);
    const first = sortKey(movie.record, [file_name], 'file_name');
    const findViewings = async () => {
      // Other movies can have names that begin with this one.
      const similar = (await Array.fromAsync(store.read(pk, first, viewing, signal))).flat();
      return similar.filter((found) => found.file_name === file_name);
    };
    if ((await findViewings()).length === 0) throw notFound(file_name);

    const found = await tvdb.movie(tvdb_id, deadline);
    if (found === undefined) throw unknownIds(MOVIE_ID, [tvdb_id]);
    const metadata = { tvdb_id, tvdb_name: found.name, tvdb_image: found.image };
    const changesOf = ({ sk, duration_source }: Viewing) => {
      // What the client measured in the file is right, whichever movie it is.
      if (duration_source === 'file') return { sk, set: metadata };
      const { runtimeSeconds } = requireRuntime(found, tvdb_id);
      return { sk, set: { ...metadata, movie_duration: runtimeSeconds } };
    };

    const updated = new Map<string, boolean>();
    for (;;) {
      // A rewatch that is recorded meanwhile can be a copy of a viewing from before its update.
      const missed = (await findViewings()).filter(({ sk }) => !updated.has(sk));
      if (missed.length === 0) break;
      for (const { sk, set } of missed.map(changesOf)) {
        updated.set(sk, await store.update({ pk, sk }, set, signal));
      }
    }
    // All viewings can have been removed during the look-up.
    if (![...updated.values()].includes(true)) throw notFound(file_name);
    return {};
  };
}

function notFound(fileName: string): PublicError {
  const message = `You have not recorded a movie ${JSON.stringify(fileName)}; sync it first.`;
  return new PublicError('not_found', message);
}
