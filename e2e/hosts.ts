import { join } from 'node:path';
import { startDynamodb, startStack } from '@immersion-tracker/stand-ins';
import { inject } from 'vitest';
import { secretOf, startTracker, type TrackerOptions } from './local-host.ts';

/** One way to run the tracker. Every test of the API's behaviour runs on all of them. */
export interface Host {
  readonly name: string;
  start(options?: TrackerOptions): Promise<RunningHost>;
}

export interface RunningHost {
  readonly url: string;
  /** What the tracker has logged so far. */
  log(): string;
  /** Where the items are: a database file, or a DynamoDB. */
  readonly items: { readonly file: string } | { readonly dynamodb: string };
  close(): Promise<void>;
}

const sqliteHost: Host = {
  name: 'local host, SQLite',
  async start(options) {
    const tracker = await startTracker(options);
    return {
      url: tracker.url,
      log: () => tracker.program.stderr,
      items: { file: join(tracker.dataDir, 'immersion-tracker.sqlite') },
      close: () => tracker.remove(),
    };
  },
};

const dynamodbHost: Host = {
  name: 'local host, DynamoDB',
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
      async close() {
        await tracker.remove();
        await table.close();
      },
    };
  },
};

const awsHost: Host = {
  name: 'AWS stack, offline',
  async start(options = {}) {
    const { environment = {} } = options;
    const assembly = inject('assembly');
    const stack = await startStack({ assembly, environment, secret: secretOf(options) });
    return {
      url: stack.url,
      log: stack.log,
      items: { dynamodb: stack.dynamodb },
      close: stack.close,
    };
  },
};

export const hosts: readonly Host[] = [sqliteHost, dynamodbHost, awsHost];
