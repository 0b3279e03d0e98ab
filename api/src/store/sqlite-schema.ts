import type { DatabaseSync } from 'node:sqlite';

/**
 * Each entry takes the schema from the version of its index to the next. Entries are never changed
 * once released. Columns are named as the attributes of the items.
 */
const MIGRATIONS = [
  `CREATE TABLE items (
    pk TEXT NOT NULL,
    sk TEXT NOT NULL,
    user TEXT NOT NULL,
    timestamp INTEGER,
    version INTEGER,
    folder_name TEXT,
    file_name TEXT,
    tvdb_id INTEGER,
    tvdb_name TEXT,
    tvdb_image TEXT,
    tvdb_average_runtime REAL,
    movie_duration REAL,
    youtube_video_id TEXT,
    youtube_video_title TEXT,
    youtube_video_duration REAL,
    youtube_channel_id TEXT,
    youtube_channel_title TEXT,
    youtube_channel_artwork_url TEXT,
    spotify_episode_id TEXT,
    spotify_episode_title TEXT,
    spotify_episode_duration REAL,
    spotify_show_id TEXT,
    spotify_show_name TEXT,
    spotify_show_artwork_url TEXT,
    PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID`,

  `ALTER TABLE items ADD COLUMN source TEXT;
   ALTER TABLE items ADD COLUMN rewatch_of TEXT;
   ALTER TABLE items ADD COLUMN tmdb_id INTEGER;
   ALTER TABLE items ADD COLUMN tmdb_name TEXT;
   ALTER TABLE items ADD COLUMN tmdb_image TEXT`,
];

/** Brings the schema up to date. Throws where a newer version of the program made the file. */
export function migrate(database: DatabaseSync, file: string): void {
  // Locks before it looks, so that two processes that open a new file do not both create it.
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `${file} was written by a newer version of the tracker (schema ${version}, this one knows ${MIGRATIONS.length}); update the tracker`,
      );
    }
    for (const statement of MIGRATIONS.slice(version)) database.exec(statement);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
