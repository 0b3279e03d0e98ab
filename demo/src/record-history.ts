import { createClient, endpoints } from '@immersion-tracker/contract';
import type { History } from './history.ts';
import { shows } from './library.ts';
import type { Tracker } from './tracker.ts';

const itemsOf = <Item>(watches: readonly { readonly item: Item }[]): Item[] =>
  watches.map(({ item }) => item);

/** Records a history over the tracker's API, which knows no time but now. */
export async function recordHistory(
  { url, user, password }: Tracker,
  { episodes, movies, youtubeVideos, podcastEpisodes }: History,
  signal: AbortSignal,
): Promise<void> {
  const { send } = createClient({ baseUrl: url, user, password });
  await send(endpoints.syncEpisodes, { episodes: itemsOf(episodes) }, { signal });
  for (const { folder, tvdbId } of shows.filter(({ nameless }) => !nameless)) {
    await send(endpoints.updateShow, { folder_name: folder, tvdb_id: tvdbId }, { signal });
  }
  await send(endpoints.syncMovies, { movies: itemsOf(movies) }, { signal });
  await send(endpoints.syncYoutube, { video_ids: itemsOf(youtubeVideos) }, { signal });
  await send(endpoints.syncSpotify, { episode_ids: itemsOf(podcastEpisodes) }, { signal });
}
