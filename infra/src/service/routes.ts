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
  /** The kind of link that its function records, if any. */
  readonly link?: LinkKind;
}

const READ_PARTITION = 'dynamodb:Query';
/** Reads up to a thousand keys individually, and more by a query over their range. */
const READ_BY_KEY = ['dynamodb:BatchGetItem', READ_PARTITION] as const;
/** Reads which items exist, and writes the others conditionally. */
const INSERT_IF_ABSENT = [...READ_BY_KEY, 'dynamodb:PutItem'] as const;

type SyncOperation = KnownKind['sync']['operation'];

const others: Readonly<Record<Exclude<Operation, SyncOperation>, Route>> = {
  getProgress: { endpoint: endpoints.getProgress, table: [READ_PARTITION], secret: false },
  getShows: { endpoint: endpoints.getShows, table: [READ_PARTITION], secret: false },
  updateShow: {
    endpoint: endpoints.updateShow,
    table: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    secret: true,
  },
  lookup: { endpoint: endpoints.lookup, table: READ_BY_KEY, secret: false },
  rewatch: { endpoint: endpoints.rewatch, table: INSERT_IF_ABSENT, secret: false },
  getProviders: { endpoint: endpoints.getProviders, table: [], secret: true },
};

const syncs = mediaKinds.map((kind): [string, Route] => [
  kind.sync.operation,
  {
    endpoint: syncEndpoint(kind),
    table: INSERT_IF_ABSENT,
    secret: kind.sync.asksProvider,
    ...(kind.foundIn === 'list' && { link: kind }),
  },
]);

/** Every endpoint by its operation, with the least that its function needs. */
export const routes: ReadonlyMap<string, Route> = new Map([...Object.entries(others), ...syncs]);
