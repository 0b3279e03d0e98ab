import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { requireKnown } from '../http/unknown-ids.ts';
import { type Clock, nowInSeconds } from '../kernel/clock.ts';
import { SPOTIFY, type SpotifyClient } from '../providers/spotify/client.ts';
import { absent, unrecorded } from '../store/absent.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** `POST /syncspotify`: records episodes heard, after records of their shows. */
export function syncSpotify(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly spotify: SpotifyClient;
}): Handler<typeof endpoints.syncSpotify> {
  const { store, clock, spotify } = deps;

  return async ({ user, body, deadline }) => {
    const { signal } = deadline;
    const { source } = body;
    const pk = partitionKey(user);
    const timestamp = nowInSeconds(clock);
    const ids = new Map(
      body.episode_ids.map((id, index) => [
        sortKey.spotifyEpisode(id, `episode_ids[${index}]`),
        id,
      ]),
    );
    const newIds = await unrecorded(store, pk, ids, signal);
    const episodes = await spotify.episodes([...newIds.values()], deadline);
    const heard = requireKnown(
      { provider: SPOTIFY, kind: 'episode', reasons: 'deleted, not in this market, or wrong' },
      newIds,
      (id) => id,
      episodes,
    );

    const shows = new Map(heard.map(({ record }) => [sortKey.spotifyShow(record.showId), record]));
    await store.insertIfAbsent(
      [...(await absent(store, pk, shows, signal))].map(([sk, episode]) => ({
        ...{ pk, sk, user, source },
        spotify_show_id: episode.showId,
        spotify_show_name: episode.showName,
        spotify_show_artwork_url: episode.showArtworkUrl,
      })),
      signal,
    );
    const added = await store.insertIfAbsent(
      heard.map(({ sk, entry, record }) => ({
        ...{ pk, sk, user, timestamp, source },
        spotify_episode_id: entry,
        spotify_episode_title: record.title,
        spotify_show_id: record.showId,
        spotify_episode_duration: record.durationSeconds,
      })),
      signal,
    );
    return { episodes_added: added.size };
  };
}
