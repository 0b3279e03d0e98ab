import type { StoredItem } from './stored-items.ts';

/** What the original system requires of each type of item, besides its keys and its user. */
const REQUIRED: readonly (readonly [prefix: string, texts: string[], numbers: string[]])[] = [
  ['EPISODE#', ['folder_name', 'file_name'], ['timestamp']],
  ['SHOW#', ['folder_name'], []],
  ['MOVIE#', ['file_name', 'tvdb_name', 'tvdb_image'], ['tvdb_id', 'movie_duration', 'timestamp']],
  [
    'YOUTUBEVIDEO#',
    ['youtube_video_id', 'youtube_video_title', 'youtube_channel_id'],
    ['youtube_video_duration', 'timestamp'],
  ],
  ['YOUTUBECHANNEL#', ['youtube_channel_id', 'youtube_channel_title'], []],
  [
    'SPOTIFYEPISODE#',
    ['spotify_episode_id', 'spotify_episode_title', 'spotify_show_id'],
    ['spotify_episode_duration', 'timestamp'],
  ],
  ['SPOTIFYSHOW#', ['spotify_show_id', 'spotify_show_name'], []],
];

const WHOLE_NUMBERS = ['tvdb_id', 'tvdb_average_runtime', 'version'];
const GUESS = 20 * 60;

/**
 * Reads a user's items as the original system does: by prefixes and attributes, all else ignored. Throws
 * if an item lacks an attribute, or has a fraction where the original converts whole numbers.
 */
export function readAsOriginal(items: readonly StoredItem[], user: string) {
  const own = items.filter(({ pk }) => pk === `USER#${user}`);
  const counts: Record<string, number> = {};
  for (const item of own) {
    const required = REQUIRED.find(([prefix]) => `${item.sk}`.startsWith(prefix));
    if (required === undefined) continue;
    const [prefix, texts, numbers] = required;
    for (const name of ['user', ...texts]) {
      if (typeof item[name] !== 'string') throw new Error(`${item.sk} has no text ${name}`);
    }
    const present = WHOLE_NUMBERS.filter((name) => item[name] !== undefined);
    for (const name of [...numbers, ...present]) {
      if (!Number.isInteger(item[name])) throw new Error(`${item.sk} has no whole ${name}`);
    }
    counts[prefix] = (counts[prefix] ?? 0) + 1;
  }
  return { counts, seconds: own.reduce((sum, item) => sum + lengthOf(item, own), 0) };
}

function lengthOf(item: StoredItem, own: readonly StoredItem[]): number {
  if (`${item.sk}`.startsWith('EPISODE#')) {
    const show = own.find(({ sk }) => sk === `SHOW#${item.folder_name}`);
    return Number(show?.tvdb_average_runtime ?? GUESS);
  }
  const { movie_duration, youtube_video_duration, spotify_episode_duration } = item;
  return Number(movie_duration ?? youtube_video_duration ?? spotify_episode_duration ?? 0);
}
