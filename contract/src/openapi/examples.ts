import type { Operation } from '../endpoints.ts';
import { fromEntries } from '../from-entries.ts';
import { byKind, type KnownKind, mediaKinds, providers } from '../media/kinds.ts';
import type { MediaKind } from '../media/media-kind.ts';
import { writeFigures } from '../media/progress.ts';
import { spotifyEpisode } from '../media/spotify-episode.ts';

/** An example request and response, for the OpenAPI document. */
export interface Example {
  /** The body, or the query of a GET. */
  readonly request?: unknown;
  readonly response: unknown;
  /** The `ids` of an example 422. */
  readonly unknownIds?: readonly (string | number)[];
}

const episodeRecord = {
  pk: 'USER#alice',
  sk: 'EPISODE#show_name#episode_name',
  user: 'alice',
  folder_name: 'show_name',
  file_name: 'episode_name',
  timestamp: 1_795_737_600,
};

/** A cursor as the API makes them. */
const cursor = (position: unknown) => btoa(JSON.stringify(position)).replaceAll('=', '');

const goal = { daily_goal_minutes: 60, target_hours: 1000, target_date: '2028-03-31' };
const settings = { time_zone: 'Europe/Berlin', day_starts_at_hour: 4, ...goal };

type SyncOperation = KnownKind['sync']['operation'];

const others: Readonly<Record<Exclude<Operation, SyncOperation>, Example>> = {
  getProgress: {
    response: {
      ...writeFigures(byKind(figuresOf)),
      total_hours_watched: 14,
      days_since_first_episode: 120,
      weekly_trend_percentage: 12.5,
      daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({
        days_ago,
        minutes_watched: days_ago === 0 ? 60 : 0,
      })),
      all_time_progress: [{ label: 'Jan 2026', cumulative_hours: 14 }],
    },
  },
  getShows: {
    response: {
      shows: [
        {
          folder_name: 'show_name',
          tvdb_id: 12345,
          tvdb_name: 'Example Show',
          tvdb_image: 'https://example.com/poster.jpg',
        },
        { folder_name: 'new_show', tvdb_id: null, tvdb_name: null, tvdb_image: null },
      ],
    },
  },
  updateShow: {
    request: { folder_name: 'show_name', tvdb_id: 12345 },
    response: {},
    unknownIds: [12345],
  },
  lookup: {
    request: { ids: ['EPISODE#show_name#episode_name', 'MOVIE#movie_name'] },
    response: {
      known: [
        {
          id: 'EPISODE#show_name#episode_name',
          watched_at: 1_795_737_600,
          source: '5b0e7c1e-6f0a-4a7e-9d43-1c1f0c9a2f64',
        },
      ],
    },
  },
  updateMovie: {
    request: { file_name: 'movie_name', tvdb_id: 67890 },
    response: {},
    unknownIds: [67890],
  },
  search: {
    request: { type: 'series', query: 'example show' },
    response: {
      results: [
        {
          tvdb_id: 12345,
          name: 'Example Show',
          original_name: '例のアニメ',
          year: 2023,
          image: 'https://example.com/poster.jpg',
          overview: 'Something happens.',
        },
      ],
    },
  },
  previewBackfill: {
    request: { episode_ids: [spotifyEpisode.sync.example] },
    response: {
      episodes: [
        { id: spotifyEpisode.sync.example, title: 'Episode 2', duration: 1800, known: true },
        { id: '4rOoJ6Egrf8K2IrywzwOMk', title: 'Episode 1', duration: 2400, known: false },
      ],
    },
    unknownIds: [spotifyEpisode.sync.example],
  },
  getWatched: {
    request: { limit: 50, kind: 'episode', query: 'example' },
    response: {
      watched: [
        {
          id: episodeRecord.sk,
          rewatch_of: null,
          kind: 'episode',
          title: 'episode_name',
          group_id: '12345',
          group: 'Example Show',
          artwork_url: 'https://example.com/poster.jpg',
          watched_at: episodeRecord.timestamp,
          duration: 1420,
          duration_source: 'file',
        },
      ],
      next: cursor({ timestamp: episodeRecord.timestamp, id: episodeRecord.sk }),
    },
  },
  updateWatched: {
    request: { id: episodeRecord.sk, watched_at: episodeRecord.timestamp },
    response: {},
    unknownIds: [episodeRecord.sk],
  },
  getLibrary: {
    request: { year: 2026 },
    response: {
      library: [
        {
          kind: 'episode',
          group_id: '12345',
          name: 'Example Show',
          artwork_url: 'https://example.com/poster.jpg',
          records: 10,
          seconds: 14_200,
          guessed_seconds: 0,
          first_watched_at: 1_795_000_000,
          last_watched_at: episodeRecord.timestamp,
        },
      ],
    },
  },
  getRecords: {
    request: { ids: [episodeRecord.sk] },
    response: { records: [episodeRecord] },
  },
  listRecords: {
    request: { before: cursor(episodeRecord.sk) },
    response: { records: [episodeRecord], next: null },
  },
  remove: { request: { ids: [episodeRecord.sk] }, response: { removed: [episodeRecord] } },
  restore: { request: { records: [episodeRecord] }, response: { restored: 1 } },
  getHistory: {
    response: {
      time_zone: 'Europe/Berlin',
      day_starts_at_hour: 4,
      today: '2026-11-27',
      days: [
        {
          date: '2026-11-26',
          ...fromEntries(mediaKinds.map(({ id }, index) => [`${id}_seconds`, 2880 - index * 720])),
          ...fromEntries(mediaKinds.map(({ id }) => [`${id}_records`, 2])),
        },
      ],
      streak: { current_days: 12, current_since: '2026-11-16', longest_days: 40 },
      guessed_seconds: 50_400,
      goal: {
        ...goal,
        hours_so_far: 314,
        minutes_today: 42,
        minutes_a_day_needed: 83.9,
        pace_minutes: 61.4,
        forecast: { early: '2027-08-05', likely: '2028-03-14', late: '2030-01-15' },
      },
    },
  },
  getSettings: { response: settings },
  updateSettings: { request: settings, response: settings },
  rewatch: {
    request: { ids: ['MOVIE#movie_name'], watched_at: 1_795_737_600 },
    response: { added: 1 },
    unknownIds: ['MOVIE#movie_name'],
  },
  getProviders: {
    response: Object.fromEntries(
      providers.map(({ id }, index) => [id, index < providers.length - 1]),
    ),
  },
};

/** One example for each operation. */
export const examples: ReadonlyMap<string, Example> = new Map([
  ...Object.entries(others),
  ...mediaKinds.map((kind): [string, Example] => [kind.sync.operation, syncExample(kind)]),
]);

function figuresOf({ group: parts, progress: { count }, sync: { example }, nouns }: MediaKind) {
  const file = typeof example === 'string' ? undefined : example.file_name;
  const id = parts === null ? `${file}` : `${nouns.shortGroup[0]}_id`;
  const group = { id, name: `Example ${nouns.group[0]}`, artworkUrl: 'https://example.com/1.jpg' };
  const watched = count === null ? undefined : 3;
  return { watched: 3, watchedToday: 1, groups: [{ ...group, watched }] };
}

function syncExample({ sync: { list, added, example, asksProvider } }: MediaKind): Example {
  const ids = [example].flatMap((one) => (typeof one === 'string' ? one : (one.tvdb_id ?? [])));
  return {
    request: { [list]: [example] },
    response: { [added]: 1 },
    ...(asksProvider && { unknownIds: ids }),
  };
}
