import {
  type Endpoint,
  endpoints,
  type KnownKind,
  type LinkKind,
  mediaKinds,
  type Operation,
  syncEndpoint,
} from '@immersion-tracker/contract';

/** What a function may do. */
export interface Grant {
  /** Actions on the table. */
  readonly table: readonly `dynamodb:${string}`[];
  /** Whether it may read the secret. */
  readonly secret: boolean;
}

export interface Route extends Grant {
  readonly endpoint: Endpoint;
  /** The kind that its function records, if it is one that is recorded from links. */
  readonly link?: LinkKind;
}

const READ_PARTITION = 'dynamodb:Query';
/** Up to a thousand keys one by one, more by the range they are in. */
const READ_BY_KEY = ['dynamodb:BatchGetItem', READ_PARTITION] as const;
/** Which of the items exist; then conditional writes of the others. */
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

/** Every endpoint by operation, with what its function may do and nothing else. */
export const routes: ReadonlyMap<string, Route> = new Map([...Object.entries(others), ...syncs]);
