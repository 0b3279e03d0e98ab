import type { DatabaseSync } from 'node:sqlite';
import { columnsOf } from './columns.ts';

type Migration = (database: DatabaseSync) => void;

/**
 * The entry at index n migrates the schema from version n to n + 1. Never change a released entry.
 * Columns have the names of the items' attributes.
 */
const MIGRATIONS: readonly Migration[] = [
  execute(`CREATE TABLE items (
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
  ) STRICT, WITHOUT ROWID`),

  addColumns({
    source: 'TEXT',
    rewatch_of: 'TEXT',
    tmdb_id: 'INTEGER',
    tmdb_name: 'TEXT',
    tmdb_image: 'TEXT',
  }),

  execute(`ALTER TABLE items ADD COLUMN other_attributes TEXT
    CHECK (json_type(other_attributes) = 'object')`),

  addColumns({
    episode_duration: 'REAL',
    duration_source: 'TEXT',
    time_zone: 'TEXT',
    day_starts_at_hour: 'INTEGER',
    daily_goal_minutes: 'REAL',
    target_hours: 'REAL',
    target_date: 'TEXT',
  }),

  execute(`DROP INDEX IF EXISTS items_with_other_attributes;
    CREATE INDEX items_with_other_attributes ON items (pk)
    WHERE other_attributes IS NOT NULL`),
];

function execute(statement: string): Migration {
  return (database) => database.exec(statement);
}

/** Skips existing columns: a user can have added one for attributes that another tool writes. */
function addColumns(types: Readonly<Record<string, string>>): Migration {
  return (database) => {
    const existing = columnsOf(database);
    for (const [name, type] of Object.entries(types)) {
      if (!existing.has(name)) database.exec(`ALTER TABLE items ADD COLUMN ${name} ${type}`);
    }
  };
}

/** Upgrades the schema. Throws if a newer version of the tracker wrote the file. */
export function upgradeSchema(database: DatabaseSync, file: string): void {
  // Takes the write lock first, so that two processes do not both create the schema of a new file.
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `${file} was written by a newer version of the tracker (schema ${version}, but this one supports only ${MIGRATIONS.length}); update the tracker`,
      );
    }
    for (const apply of MIGRATIONS.slice(version)) apply(database);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
