import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { History, Watch } from './history.ts';

/** Milliseconds to wait while the tracker itself writes. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Moves what was recorded to when it was watched. The API records everything as of now, as a learner
 * does, and a history of months cannot be waited for: so this writes into the database, which the
 * tracker has open in WAL mode and may go on reading.
 */
export function backdate(databaseFile: string, history: History): void {
  const database = new DatabaseSync(databaseFile, { timeout: BUSY_TIMEOUT_MS });

  function move<Item>(
    watches: readonly Watch<Item>[],
    condition: string,
    columns: (item: Item) => SQLInputValue[],
  ): void {
    const update = database.prepare(`UPDATE items SET timestamp = ? WHERE ${condition}`);
    for (const { item, at } of watches) {
      const { changes } = update.run(Math.floor(at.getTime() / 1000), ...columns(item));
      if (changes !== 1) throw new Error(`${JSON.stringify(item)} was recorded ${changes} times`);
    }
  }

  try {
    database.exec('BEGIN IMMEDIATE');
    move(history.episodes, 'folder_name = ? AND file_name = ?', (episode) => [
      episode.folder_name,
      episode.file_name,
    ]);
    move(history.movies, 'folder_name IS NULL AND file_name = ?', (movie) => [movie.file_name]);
    move(history.youtubeVideos, 'youtube_video_id = ?', (id) => [id]);
    move(history.podcastEpisodes, 'spotify_episode_id = ?', (id) => [id]);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
