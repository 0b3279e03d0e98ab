import { DatabaseSync } from 'node:sqlite';
import { createClient, endpoints } from '@immersion-tracker/contract';
import type { History, Watch } from './history.ts';
import { nameless, shows } from './library.ts';
import type { Tracker } from './tracker.ts';

/** Milliseconds to wait for the tracker's own writes. */
const BUSY_TIMEOUT_MS = 5000;

/** Records a history over the tracker's API, which dates everything now, and then backdates it. */
export async function recordHistory(
  { url, user, password, databaseFile }: Tracker,
  history: History,
  signal: AbortSignal,
): Promise<void> {
  const { episodes, movies, youtubeVideos, podcastEpisodes } = history;
  const { send } = createClient({ baseUrl: url, user, password });
  await send(endpoints.syncEpisodes, { episodes: itemsOf(episodes) }, { signal });
  for (const { folder, id } of shows.filter((show) => show !== nameless)) {
    await send(endpoints.updateShow, { folder_name: folder, tvdb_id: id }, { signal });
  }
  await send(endpoints.syncMovies, { movies: itemsOf(movies) }, { signal });
  await send(endpoints.syncYoutube, { video_ids: itemsOf(youtubeVideos) }, { signal });
  await send(endpoints.syncSpotify, { episode_ids: itemsOf(podcastEpisodes) }, { signal });
  backdate(databaseFile, Object.values(history).flat());
}

const itemsOf = <Item>(watches: readonly Watch<Item>[]) => watches.map(({ item }) => item);

/** Changes the database of the running tracker, which can keep reading in WAL mode. */
function backdate(databaseFile: string, watches: readonly Watch<unknown>[]): void {
  using database = new DatabaseSync(databaseFile, { timeout: BUSY_TIMEOUT_MS });
  const update = database.prepare('UPDATE items SET timestamp = ? WHERE sk = ?');
  database.exec('BEGIN IMMEDIATE');
  for (const { id, at } of watches) {
    const { changes } = update.run(Math.floor(at.getTime() / 1000), id);
    if (changes !== 1) throw new Error(`Expected one record of ${id}, but found ${changes}.`);
  }
  database.exec('COMMIT');
}
