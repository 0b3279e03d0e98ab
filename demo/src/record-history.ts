import { createClient, endpoints } from '@immersion-tracker/contract';
import type { History, Watch } from './history/history.ts';
import { nameless, shows } from './library.ts';
import type { Tracker } from './tracker.ts';

/** Records a history over the tracker's API. If it is earlier than the morning of `now`, the morning comes early. */
export async function recordHistory(
  { url, user, password }: Tracker,
  history: History,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const { send } = createClient({ baseUrl: url, user, password });
  const seconds = (at: Date) => Math.floor(Math.min(at.getTime(), now.getTime()) / 1000);
  const dated = <Item>(watches: readonly Watch<Item>[]) =>
    watches.map(({ item, at }) => ({ ...item, watched_at: seconds(at) }));
  const byId = (watches: readonly Watch<string>[]) =>
    Object.fromEntries(watches.map(({ item, at }) => [item, seconds(at)]));

  await send(endpoints.syncEpisodes, { episodes: dated(history.episodes) }, { signal });
  for (const { folder, id } of shows.filter((show) => show !== nameless)) {
    await send(endpoints.updateShow, { folder_name: folder, tvdb_id: id }, { signal });
  }
  await send(endpoints.syncMovies, { movies: dated(history.movies) }, { signal });
  const videos = byId(history.youtubeVideos);
  await send(
    endpoints.syncYoutube,
    { video_ids: Object.keys(videos), watched_at: videos },
    { signal },
  );
  const episodes = byId(history.podcastEpisodes);
  await send(
    endpoints.syncSpotify,
    { episode_ids: Object.keys(episodes), watched_at: episodes },
    { signal },
  );
  for (const { item, at } of history.rewatches) {
    await send(endpoints.rewatch, { ids: [item], watched_at: seconds(at) }, { signal });
  }
}
