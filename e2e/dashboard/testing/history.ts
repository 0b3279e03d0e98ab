import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Learner, Learners } from '../../testing/learners/learners.ts';
import type { TrackerPlace } from '../../testing/trackers/local-host.ts';

type Item = Readonly<Record<string, string | number>>;

/** How many milliseconds to wait for another writer. */
const MOST_WAIT_MS = 30_000;

/** Writes a user's items directly into a tracker's database. */
export function putItems({ dataDir }: TrackerPlace, user: string, items: readonly Item[]): void {
  const file = join(dataDir, 'immersion-tracker.sqlite');
  // The tracker and other tests write too.
  using database = new DatabaseSync(file, { timeout: MOST_WAIT_MS });
  database.exec('BEGIN IMMEDIATE');
  for (const item of items) {
    const entries = Object.entries({ pk: `USER#${user}`, user, ...item });
    const columns = entries.map(([name]) => name).join(', ');
    const places = entries.map(() => '?').join(', ');
    const insert = database.prepare(`INSERT INTO items (${columns}) VALUES (${places})`);
    insert.run(...entries.map(([, value]) => value));
  }
  database.exec('COMMIT');
}

/** A new learner who has these items. */
export function learnerWith(learners: Learners, items: readonly Item[]): Learner {
  const learner = learners.learner();
  putItems(learners.tracker, learner.user, items);
  return learner;
}

/** A show with its episodes: the first was watched `first` seconds ago, the others `every` seconds apart. */
export function show(options: {
  readonly folder: string;
  readonly episodes: number;
  readonly first: number;
  readonly every?: number;
  readonly tvdb?: { readonly id: number; readonly name: string; readonly image: string };
}): Item[] {
  const { folder, episodes, first, every = 0, tvdb } = options;
  const names = tvdb && { tvdb_id: tvdb.id, tvdb_name: tvdb.name, tvdb_image: tvdb.image };
  return [
    {
      ...{ sk: `SHOW#${folder}`, folder_name: folder, version: 1 },
      ...(names && { ...names, tvdb_average_runtime: 1500 }),
    },
    ...Array.from({ length: episodes }, (_, index) => ({
      sk: `EPISODE#${folder}#${index}`,
      ...{ folder_name: folder, file_name: `${index}`, timestamp: ago(first - index * every) },
    })),
  ];
}

export function movie(file: string, name: string, image: string, secondsAgo: number): Item {
  return {
    ...{ sk: `MOVIE#${file}`, file_name: file, tvdb_id: 1, tvdb_name: name, tvdb_image: image },
    ...{ movie_duration: 6000, timestamp: ago(secondsAgo) },
  };
}

/** A YouTube channel with its videos. Without a name, the channel itself is not recorded. */
function channel(id: string, name: string | undefined, videos: number, secondsAgo: number) {
  const known = { sk: `YOUTUBECHANNEL#${id}`, youtube_channel_id: id };
  return [
    ...(name === undefined ? [] : [{ ...known, youtube_channel_title: name }]),
    ...Array.from({ length: videos }, (_, index) => ({
      ...{ sk: `YOUTUBEVIDEO#${id}${index}`, youtube_video_id: `${id}${index}` },
      ...{ youtube_video_title: 'Video', youtube_channel_id: id, youtube_video_duration: 700 },
      timestamp: ago(secondsAgo),
    })),
  ];
}

/** A podcast with its episodes. Without a name, the podcast itself is not recorded. */
function podcast(id: string, name: string | undefined, episodes: number, secondsAgo: number) {
  const known = { sk: `SPOTIFYSHOW#${id}`, spotify_show_id: id };
  return [
    ...(name === undefined ? [] : [{ ...known, spotify_show_name: name }]),
    ...Array.from({ length: episodes }, (_, index) => ({
      ...{ sk: `SPOTIFYEPISODE#${id}${index}`, spotify_episode_id: `${id}${index}` },
      ...{ spotify_episode_title: 'Episode', spotify_show_id: id, spotify_episode_duration: 1300 },
      timestamp: ago(secondsAgo),
    })),
  ];
}

export const DAY = 24 * 60 * 60;

const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

/** Twenty months of records of a learner who watches every kind of media. */
export function twentyMonths(): Item[] {
  const posters = 'https://artwork.example/';
  const shows = Array.from({ length: 9 }, (_, index) =>
    show({
      ...{ folder: `Folder ${index}`, episodes: 10 + index * 3 },
      ...{ first: (600 - index * 60) * DAY, every: 3 * DAY },
      tvdb: { id: 900_100 + index, name: `番組 ${index}`, image: `${posters}show-${index}.jpg` },
    }),
  );
  return [
    ...shows.flat(),
    ...show({ folder: 'Not matched', episodes: 4, first: 5 * DAY, every: DAY }),
    { sk: 'EPISODE#Lost#1', folder_name: 'Lost', file_name: '1', timestamp: ago(40 * DAY) },
    ...Array.from({ length: 8 }, (_, index) =>
      movie(`movie-${index}`, `Movie ${index}`, `${posters}movie-${index}.jpg`, index * 50 * DAY),
    ),
    ...Array.from({ length: 7 }, (_, index) =>
      channel(`UC${index}`, `チャンネル ${index}`, index + 2, index * 40 * DAY),
    ).flat(),
    ...channel('UCnameless', undefined, 1, 3 * DAY),
    ...podcast('pod1', 'بودكاست', 12, 100 * DAY),
    ...podcast('podnameless', undefined, 3, 0),
  ];
}
