import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { BODY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { startDynamodb, startStack } from '@immersion-tracker/stand-ins';
import { expect, inject } from 'vitest';
import { environmentOf, secretOf, startTracker, type TrackerOptions } from './local-host.ts';

/** A remote tracker, for `npm run smoke`. */
export interface Deployed {
  readonly url: string;
  readonly learner: Learner;
  readonly page: string;
}

interface Learner {
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    deployed?: Deployed;
  }
}

/** A way to run the tracker. `hosts.test.ts` says which tests run on it. */
export interface Host {
  readonly name: string;
  /** A user that it accepts. */
  readonly learner: Learner;
  /** Origin of the only page that may call it. */
  readonly page: string;
  /** How it differs from other hosts, as seen by callers. */
  readonly differs: Differences;
  /** Whether another host runs the same server with another store, so that tests of the server skip this one. */
  readonly sharesServer?: boolean;
  start(options?: TrackerOptions): Promise<RunningHost>;
}

/** Everything that may differ between hosts. */
export interface Differences {
  /** Whether `GET /healthz` answers. */
  readonly healthCheck: boolean;
  /** Whether `GET /` is the dashboard. */
  readonly dashboard: boolean;
  /** `Content-Type` of a 401 and of the 404 of an unknown route. */
  readonly contentTypeOfRefusals: string;
  /** The size of a body that it accepts, in bytes. */
  readonly largestBody: number;
  /** Whether a 413 has a code besides its message. */
  readonly tooLargeHasCode: boolean;
  /** Status of the answer to a request with 12 KB of headers and wrong credentials. */
  readonly longHeaders: 401 | 431;
  /** Status of a preflight for a route that does not exist. */
  readonly preflightOfUnknownRoute: 204 | 404;
  /** Whether a 401 to a page on another origin has a challenge. */
  readonly challengesForeignPages: boolean;
  /** Whether a body that is not UTF-8 is refused. */
  readonly refusesOtherThanUtf8: boolean;
  /** How many clients send requests at once in a test. */
  readonly clients: number;
  /** Whether all requests run in one process, and so share a provider's token. */
  readonly oneProcess: boolean;
}

const DEFAULTS = {
  learner: { user: 'alice', password: 'fake-password' },
  page: 'https://immersion-tracker.jordansimsmith.com',
};

const oneMachine: Differences = {
  healthCheck: true,
  dashboard: true,
  contentTypeOfRefusals: 'application/json; charset=utf-8',
  largestBody: BODY_LIMIT_BYTES,
  tooLargeHasCode: true,
  longHeaders: 401,
  preflightOfUnknownRoute: 204,
  challengesForeignPages: true,
  refusesOtherThanUtf8: true,
  clients: 6,
  oneProcess: true,
};

// API Gateway also answers 429 above the rate in infra/src/service/api.ts. The stand-in does not.
const aws: Differences = {
  // AWS monitors its own services, and a route without credentials would only add an attack surface.
  healthCheck: false,
  // CloudFront serves the dashboard.
  dashboard: false,
  // For a template, API Gateway sends the type without a charset. JSON is UTF-8 (RFC 8259, section 8.1).
  contentTypeOfRefusals: 'application/json',
  // Lambda accepts 6 MB for the whole event, which contains the body as a JSON string.
  largestBody: 6_000_000,
  // API Gateway sends this answer itself, and it cannot be customised.
  tooLargeHasCode: false,
  // API Gateway accepts 10,240 bytes of headers, Node 16 KB.
  longHeaders: 431,
  // Only known paths have an OPTIONS method. The dashboard does not call others.
  preflightOfUnknownRoute: 404,
  // API Gateway renames this header of a function. A page on another origin does not need a challenge anyway.
  challengesForeignPages: false,
  // API Gateway replaces bytes that it cannot decode with U+FFFD. A function cannot tell the result from a name
  // that really contains this character, as names from badly unpacked archives do.
  refusesOtherThanUtf8: false,
  // Each client gets a process of its own on this machine's cores.
  clients: 2,
  // Sandboxes do not share anything; each logs in to a provider by itself.
  oneProcess: false,
};

export interface RunningHost {
  readonly url: string;
  /** The tracker's log so far. */
  log(): string;
  /** Where the items are: a database file or a DynamoDB. */
  readonly items: { readonly file: string } | { readonly dynamodb: string };
  /** Removes all items. A tracker that runs elsewhere keeps its own. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const sqliteHost: Host = {
  ...DEFAULTS,
  name: 'local host, SQLite',
  differs: oneMachine,
  async start(options) {
    const tracker = await startTracker(options);
    const file = join(tracker.dataDir, 'immersion-tracker.sqlite');
    return {
      url: tracker.url,
      log: () => tracker.program.stderr,
      items: { file },
      async clear() {
        using database = new DatabaseSync(file);
        database.exec('DELETE FROM items');
      },
      close: () => tracker.remove(),
    };
  },
};

const dynamodbHost: Host = {
  ...DEFAULTS,
  name: 'local host, DynamoDB',
  differs: oneMachine,
  sharesServer: true,
  async start(options = {}) {
    const table = await startDynamodb();
    const environment = {
      ...table.environment,
      IMMERSION_TRACKER_STORE: 'dynamodb',
      ...options.environment,
    };
    const tracker = await startTracker({ ...options, environment });
    return {
      url: tracker.url,
      log: () => tracker.program.stderr,
      items: { dynamodb: table.url },
      clear: () => clearTable(table.url),
      async close() {
        await tracker.remove();
        await table.close();
      },
    };
  },
};

const awsHost: Host = {
  ...DEFAULTS,
  name: 'AWS stack, offline',
  differs: aws,
  async start(options = {}) {
    const stack = await startStack({
      assembly: inject('assembly'),
      environment: environmentOf(options),
      secret: secretOf(options),
      patience: 10,
    });
    return {
      url: stack.url,
      log: stack.log,
      items: { dynamodb: stack.dynamodb },
      clear: () => clearTable(stack.dynamodb),
      close: stack.close,
    };
  },
};

const deployedHost = ({ url, learner, page }: Deployed): Host => ({
  ...{ name: 'deployed tracker', learner, page },
  // It may run on AWS or on one machine.
  differs: {
    ...oneMachine,
    contentTypeOfRefusals: expect.stringMatching(/^application\/json(; ?charset=utf-8)?$/i),
  },
  start: async () => ({
    url,
    log: outOfReach,
    get items() {
      return outOfReach();
    },
    clear: async () => {},
    close: async () => {},
  }),
});

/** A document client for a DynamoDB that accepts any credentials. */
export function documentsOf(endpoint: string): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }),
  );
}

async function clearTable(endpoint: string): Promise<void> {
  const documents = documentsOf(endpoint);
  const TableName = 'immersion_tracker';
  for await (const { Items = [] } of paginateScan({ client: documents }, { TableName })) {
    for (const { pk, sk } of Items) {
      await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    }
  }
}

function outOfReach(): never {
  throw new Error('This is not available for a remote tracker.');
}

const deployed = inject('deployed');
/** On a remote tracker, only tests with the tag `deployed` run. */
export const hosts: readonly Host[] = deployed
  ? [deployedHost(deployed)]
  : [sqliteHost, dynamodbHost, awsHost];
