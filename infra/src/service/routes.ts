import { type Endpoint, endpoints, type Operation } from '@immersion-tracker/contract';

/** What a function may do. */
export interface Grant {
  /** Actions on the table. */
  readonly table: readonly `dynamodb:${string}`[];
  /** Whether it may read the secret. */
  readonly secret: boolean;
}

export interface Route extends Grant {
  readonly endpoint: Endpoint;
}

const READ_PARTITION = 'dynamodb:Query';
/** Up to a thousand keys one by one, more by the range they are in. */
const READ_BY_KEY = ['dynamodb:BatchGetItem', READ_PARTITION] as const;
/** Which of the items exist; then conditional writes of the others. */
const INSERT_IF_ABSENT = [...READ_BY_KEY, 'dynamodb:PutItem'] as const;

/** Every endpoint, with what its function may do and nothing else. */
export const routes: Readonly<Record<Operation, Route>> = {
  getProgress: { endpoint: endpoints.getProgress, table: [READ_PARTITION], secret: false },
  getShows: { endpoint: endpoints.getShows, table: [READ_PARTITION], secret: false },
  syncEpisodes: { endpoint: endpoints.syncEpisodes, table: INSERT_IF_ABSENT, secret: false },
  updateShow: {
    endpoint: endpoints.updateShow,
    table: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    secret: true,
  },
  syncYoutube: { endpoint: endpoints.syncYoutube, table: INSERT_IF_ABSENT, secret: true },
  syncSpotify: { endpoint: endpoints.syncSpotify, table: INSERT_IF_ABSENT, secret: true },
  syncMovies: { endpoint: endpoints.syncMovies, table: INSERT_IF_ABSENT, secret: true },
  lookup: { endpoint: endpoints.lookup, table: READ_BY_KEY, secret: false },
  rewatch: { endpoint: endpoints.rewatch, table: INSERT_IF_ABSENT, secret: false },
  getProviders: { endpoint: endpoints.getProviders, table: [], secret: true },
};
