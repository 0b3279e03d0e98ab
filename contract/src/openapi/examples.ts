import type { Operation } from '../endpoints.ts';
import { byKind, type KnownKind, mediaKinds, providers } from '../media/kinds.ts';
import type { MediaKind } from '../media/media-kind.ts';
import { writeFigures } from '../media/progress.ts';

/** An example request and response, for the OpenAPI document. */
export interface Example {
  readonly request?: unknown;
  readonly response: unknown;
  /** The `ids` of an example 422. */
  readonly unknownIds?: readonly (string | number)[];
}

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
