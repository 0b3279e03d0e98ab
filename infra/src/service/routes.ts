import {
  type Endpoint,
  endpoints,
  type KnownKind,
  type LinkKind,
  mediaKinds,
  type Operation,
  syncEndpoint,
} from '@immersion-tracker/contract';

/** The permissions of a function. */
export interface Grant {
  /** Actions on the table. */
  readonly table: readonly `dynamodb:${string}`[];
  /** Whether it may read the secret. */
  readonly secret: boolean;
}

export interface Route extends Grant {
  readonly endpoint: Endpoint;
  /** The file of its function in `api/src/hosts/lambda/`, without its extension. */
  readonly entry: string;
  /** The kind of link that its function records, if any. */
  readonly link?: LinkKind;
}

const READ_PARTITION = 'dynamodb:Query';
/** Reads up to a thousand keys individually, and more by a query over their range. */
const READ_BY_KEY = ['dynamodb:BatchGetItem', READ_PARTITION] as const;
/** Reads which items exist, and writes the others conditionally. */
const INSERT_IF_ABSENT = [...READ_BY_KEY, 'dynamodb:PutItem'] as const;

type SyncOperation = KnownKind['sync']['operation'];

/** `entry` is a folder here; the file is named after the operation. */
const others: Readonly<Record<Exclude<Operation, SyncOperation>, Route>> = {
  getProgress: {
    endpoint: endpoints.getProgress,
    entry: 'progress',
    table: [READ_PARTITION],
    secret: false,
  },
  getShows: {
    endpoint: endpoints.getShows,
    entry: 'shows',
    table: [READ_PARTITION],
    secret: false,
  },
  updateShow: {
    endpoint: endpoints.updateShow,
    entry: 'shows',
    table: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    secret: true,
  },
  updateMovie: {
    endpoint: endpoints.updateMovie,
    entry: 'shows',
    table: [READ_PARTITION, 'dynamodb:UpdateItem'],
    secret: true,
  },
  search: { endpoint: endpoints.search, entry: 'search', table: [], secret: true },
  lookup: { endpoint: endpoints.lookup, entry: 'records', table: READ_BY_KEY, secret: false },
  rewatch: {
    endpoint: endpoints.rewatch,
    entry: 'records',
    table: INSERT_IF_ABSENT,
    secret: false,
  },
  previewBackfill: {
    endpoint: endpoints.previewBackfill,
    entry: 'sync',
    table: READ_BY_KEY,
    secret: true,
  },
  getWatched: {
    endpoint: endpoints.getWatched,
    entry: 'watched',
    table: [READ_PARTITION],
    secret: false,
  },
  updateWatched: {
    endpoint: endpoints.updateWatched,
    entry: 'watched',
    table: ['dynamodb:UpdateItem'],
    secret: false,
  },
  getLibrary: {
    endpoint: endpoints.getLibrary,
    entry: 'library',
    table: [READ_PARTITION],
    secret: false,
  },
  getRecords: {
    endpoint: endpoints.getRecords,
    entry: 'records',
    table: ['dynamodb:BatchGetItem'],
    secret: false,
  },
  listRecords: {
    endpoint: endpoints.listRecords,
    entry: 'records',
    table: [READ_PARTITION],
    secret: false,
  },
  remove: {
    endpoint: endpoints.remove,
    entry: 'records',
    table: ['dynamodb:BatchGetItem', 'dynamodb:DeleteItem'],
    secret: false,
  },
  restore: {
    endpoint: endpoints.restore,
    entry: 'records',
    table: INSERT_IF_ABSENT,
    secret: false,
  },
  getHistory: {
    endpoint: endpoints.getHistory,
    entry: 'history',
    table: [READ_PARTITION],
    secret: false,
  },
  getSettings: {
    endpoint: endpoints.getSettings,
    entry: 'user-settings',
    table: ['dynamodb:GetItem'],
    secret: false,
  },
  updateSettings: {
    endpoint: endpoints.updateSettings,
    entry: 'user-settings',
    table: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    secret: false,
  },
  getProviders: {
    endpoint: endpoints.getProviders,
    entry: 'provider-keys',
    table: [],
    secret: true,
  },
};

const syncs = mediaKinds.map((kind): [string, Route] => [
  kind.sync.operation,
  {
    endpoint: syncEndpoint(kind),
    entry: `sync/${kind.foundIn === 'list' ? 'sync-links' : kebabCase(kind.sync.operation)}`,
    table: INSERT_IF_ABSENT,
    secret: kind.sync.asksProvider,
    ...(kind.foundIn === 'list' && { link: kind }),
  },
]);

/** Every endpoint by its operation, with the least that its function needs. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ...Object.entries(others).map(([operation, route]): [string, Route] => [
    operation,
    { ...route, entry: `${route.entry}/${kebabCase(operation)}` },
  ]),
  ...syncs,
]);

/** The file name of an operation: `get-shows` for `getShows`. */
function kebabCase(operation: string): string {
  return operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
