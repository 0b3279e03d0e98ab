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

const GET = 'dynamodb:GetItem';
const BATCH_GET = 'dynamodb:BatchGetItem';
const QUERY = 'dynamodb:Query';
const PUT = 'dynamodb:PutItem';
const UPDATE = 'dynamodb:UpdateItem';
const DELETE = 'dynamodb:DeleteItem';
/** Reads up to a thousand keys individually, and more by a query over their range. */
const READ_BY_KEY = [BATCH_GET, QUERY] as const;
/** Reads which items exist, and writes the others conditionally. */
const INSERT_IF_ABSENT = [...READ_BY_KEY, PUT] as const;

const only = (...table: Grant['table']): Grant => ({ table, secret: false });
const withSecret = (...table: Grant['table']): Grant => ({ table, secret: true });

type SyncOperation = KnownKind['sync']['operation'];

/** The folder of each operation's function in `api/src/hosts/lambda/`, and the function's permissions. */
const others: Readonly<
  Record<Exclude<Operation, SyncOperation>, readonly [folder: string, grant: Grant]>
> = {
  getProgress: ['progress', only(QUERY)],
  getShows: ['shows', only(QUERY)],
  getWatched: ['watched', only(QUERY)],
  getLibrary: ['library', only(QUERY)],
  getHistory: ['history', only(QUERY)],
  listRecords: ['records', only(QUERY)],
  getRecords: ['records', only(BATCH_GET)],
  lookup: ['records', only(...READ_BY_KEY)],
  rewatch: ['records', only(...INSERT_IF_ABSENT)],
  restore: ['records', only(...INSERT_IF_ABSENT)],
  remove: ['records', only(BATCH_GET, DELETE)],
  updateWatched: ['watched', only(UPDATE)],
  getSettings: ['user-settings', only(GET)],
  updateSettings: ['user-settings', only(GET, PUT, UPDATE)],
  updateShow: ['shows', withSecret(GET, UPDATE)],
  updateMovie: ['shows', withSecret(QUERY, UPDATE)],
  previewBackfill: ['sync', withSecret(...READ_BY_KEY)],
  search: ['search', withSecret()],
  getProviders: ['provider-keys', withSecret()],
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

const withoutSyncs = new Map(Object.entries(others));

/** Every endpoint by its operation, with the least that its function needs. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ...Object.entries<Endpoint>(endpoints).flatMap(([operation, endpoint]): [string, Route][] => {
    const found = withoutSyncs.get(operation);
    if (found === undefined) return [];
    const [folder, grant] = found;
    return [[operation, { endpoint, entry: `${folder}/${kebabCase(operation)}`, ...grant }]];
  }),
  ...syncs,
]);

/** The file name of an operation: `get-shows` for `getShows`. */
function kebabCase(operation: string): string {
  return operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
