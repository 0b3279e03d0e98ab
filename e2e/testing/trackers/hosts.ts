import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { BODY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { startDynamodb, startStack } from '@immersion-tracker/stand-ins';
import { expect, inject } from 'vitest';
import { environmentOf, secretOf, startTracker, type TrackerOptions } from './local-host.ts';

/** A tracker that runs elsewhere, for `npm run smoke`. */
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

/** One way to run the tracker. Every test of the API's behaviour runs on all of them. */
export interface Host {
  readonly name: string;
  /** Somebody whom it lets in. */
  readonly learner: Learner;
  /** The one page that may call it. */
  readonly page: string;
  /** In what it differs from the others, as their callers see it. */
  readonly differs: Differences;
  start(options?: TrackerOptions): Promise<RunningHost>;
}

/** All that callers may find different from host to host. */
export interface Differences {
  /** Whether `GET /healthz` answers. */
  readonly healthCheck: boolean;
  /** Whether `GET /` is the dashboard. */
  readonly dashboard: boolean;
  /** `Content-Type` of answers that no route gave: 401 and 404. */
  readonly contentTypeOfRefusals: string;
  /** A body of so many bytes is taken. */
  readonly largestBody: number;
  /** Whether a 413 has a code, beside its message. */
  readonly tooLargeHasCode: boolean;
  /** Status of the answer to headers of 12 KB with wrong credentials in them. */
  readonly longHeaders: 401 | 431;
  /** Status of a preflight for a route that does not exist. */
  readonly preflightOfUnknownRoute: 204 | 404;
  /** Whether the 401 for a page of elsewhere comes with the challenge. */
  readonly challengesForeignPages: boolean;
  /** Whether a body that is not UTF-8 is refused. */
  readonly refusesOtherThanUtf8: boolean;
  /** Clients that send at once in a test. */
  readonly clients: number;
  /** Whether all requests share what one of them knows, such as a provider's token. */
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

// Beside these, API Gateway answers 429 above the rate in infra/src/service/api.ts, which is not shown offline.
const aws: Differences = {
  // AWS watches over its own; a route without credentials would only be one more to attack.
  healthCheck: false,
  // It is on CloudFront.
  dashboard: false,
  // API Gateway names the type of a template without a charset. JSON is UTF-8 (RFC 8259, section 8.1).
  contentTypeOfRefusals: 'application/json',
  // Lambda takes 6 MB, in which the body is a JSON string among the rest of the event.
  largestBody: 6_000_000,
  // API Gateway's own answer, whose body it alone decides.
  tooLargeHasCode: false,
  // API Gateway takes 10,240 bytes of headers, Node 16 KB.
  longHeaders: 431,
  // Preflights are methods of known paths. No page asks for others.
  preflightOfUnknownRoute: 404,
  // A function cannot challenge: API Gateway renames its header. The page is not to be helped anyway.
  challengesForeignPages: false,
  // API Gateway has replaced what it could not decode by U+FFFD before a function sees it. That cannot
  // be told from a name that has this character, as badly unpacked files do.
  refusesOtherThanUtf8: false,
  // Each has a process of its own, on this machine's cores.
  clients: 3,
  // Sandboxes know nothing of one another; each logs in to a provider for itself.
  oneProcess: false,
};

export interface RunningHost {
  readonly url: string;
  /** What the tracker has logged so far. */
  log(): string;
  /** Where the items are: a database file, or a DynamoDB. */
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
  // It may be on AWS or on one machine.
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

/** A client of the documents of any DynamoDB that takes whatever credentials come. */
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
  throw new Error('out of reach from here');
}

const deployed = inject('deployed');
/** Tests of the tag `deployed` change nothing, and so run on a deployed tracker too. */
export const hosts: readonly Host[] = deployed
  ? [deployedHost(deployed)]
  : [sqliteHost, dynamodbHost, awsHost];
