import { type endpoints, episode } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, recordingTime } from '../kernel/clock.ts';
import { filterNew } from '../store/filter-new.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { distinctEpisodes, rejectSharedKeys } from './shared-keys.ts';

/** `POST /sync`: records watched episodes. First adds a show record for each folder without one. */
export function syncEpisodes(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Handler<typeof endpoints.syncEpisodes> {
  const { store, clock } = deps;

  return async ({ user, request, deadline: { signal } }) => {
    const { source } = request;
    const pk = partitionKey(user);
    const now = recordingTime(clock);
    const episodes = distinctEpisodes(
      request.episodes.map((sent, index) => ({
        ...sent,
        timestamp: watchedAt(sent.watched_at, now, ['episodes', index, 'watched_at']),
      })),
    );
    const shows = new Map(
      request.episodes.map(({ folder_name }, index) => [
        sortKey(episode.group, [folder_name], `episodes[${index}].folder_name`),
        folder_name,
      ]),
    );

    const [newEpisodes, newShows] = await Promise.all([
      filterNew(store, pk, episodes, signal),
      filterNew(store, pk, shows, signal),
    ]);
    const known = new Map([...episodes].filter(([sk]) => !newEpisodes.has(sk)));
    await rejectSharedKeys(store, pk, known, signal);

    const added = await store.insertIfAbsent(
      [...newEpisodes].map(([sk, { folder_name, file_name, timestamp, duration }]) => ({
        ...{ pk, sk, user, folder_name, file_name, timestamp, source },
        episode_duration: duration,
      })),
      signal,
      [...newShows].map(([sk, folder_name]) => ({ pk, sk, user, folder_name, version: 1, source })),
    );
    const overtaken = new Map([...newEpisodes].filter(([sk]) => !added.has(sk)));
    await rejectSharedKeys(store, pk, overtaken, signal);
    return { episodes_added: newEpisodes.size - overtaken.size };
  };
}
