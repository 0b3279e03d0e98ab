import { createClient, endpoints } from '@immersion-tracker/contract';
import type { History, Watch } from './history.ts';
import { nameless, shows } from './library.ts';
import type { Tracker } from './tracker.ts';

/** Records a history over the tracker's API. */
export async function recordHistory(
  { url, user, password }: Tracker,
  history: History,
  signal: AbortSignal,
): Promise<void> {
  const { send } = createClient({ baseUrl: url, user, password });
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
}

const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const dated = <Item>(watches: readonly Watch<Item>[]) =>
  watches.map(({ item, at }) => ({ ...item, watched_at: epochSeconds(at) }));

const byId = (watches: readonly Watch<string>[]) =>
  Object.fromEntries(watches.map(({ item, at }) => [item, epochSeconds(at)]));
