import { startDynamodb } from '@immersion-tracker/stand-ins';
import { startTracker, type Tracker, type TrackerOptions } from './local-host.ts';

/** One way to run the tracker. Every test of the API's behaviour runs on all of them. */
export interface Host {
  readonly name: string;
  start(options?: TrackerOptions): Promise<RunningHost>;
}

export interface RunningHost {
  readonly url: string;
  /** What the tracker has logged so far. */
  log(): string;
  /** Of the table, where the items are in DynamoDB. */
  readonly dynamodb: string | undefined;
  readonly tracker: Tracker;
  close(): Promise<void>;
}

const sqliteHost: Host = {
  name: 'local host, SQLite',
  async start(options) {
    const tracker = await startTracker(options);
    return running(tracker, undefined, () => tracker.remove());
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
    return running(tracker, table.url, async () => {
      await tracker.remove();
      await table.close();
    });
  },
};

export const hosts: readonly Host[] = [sqliteHost, dynamodbHost];

function running(
  tracker: Tracker,
  dynamodb: string | undefined,
  close: () => Promise<void>,
): RunningHost {
  return { url: tracker.url, log: () => tracker.program.stderr, dynamodb, tracker, close };
}
