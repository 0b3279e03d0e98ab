import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type DynamodbStandIn,
  type FaultProxy,
  type Providers,
  startDynamodb,
  startFaultProxy,
  startProviders,
} from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectError, send } from './testing/trackers/api.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

const episode = { episodes: [{ folder_name: 'a', file_name: 'b' }] };

describe('DynamoDB', () => {
  /** The DynamoDB operation to fail, and the error. */
  let fault: { operation: string; error: string } | undefined;
  let table: DynamodbStandIn;
  let proxy: FaultProxy;
  let providers: Providers;
  let tracker: Tracker;
  beforeAll(async () => {
    table = await startDynamodb();
    providers = await startProviders();
    proxy = await startFaultProxy(table.url, (operation) =>
      operation === fault?.operation ? { status: 400, error: fault.error } : undefined,
    );
    tracker = await startTracker({
      environment: {
        ...providers.environment,
        ...table.environment,
        AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
        IMMERSION_TRACKER_STORE: 'dynamodb',
      },
    });
  });
  beforeEach(() => {
    fault = undefined;
  });
  afterAll(async () => {
    await tracker?.remove();
    await proxy?.close();
    await table?.close();
    await providers?.close();
  });

  test('that keeps throttling is a 503, and sending the request again later succeeds', async () => {
    fault = { operation: 'BatchGetItem', error: 'ProvisionedThroughputExceededException' };

    const throttled = await send(tracker.url, 'POST', '/sync', episode);
    fault = undefined;
    const again = await send(tracker.url, 'POST', '/sync', episode);

    expectError(throttled, 503, 'store_unavailable');
    expect(again.body).toStrictEqual({ episodes_added: 1 });
  });

  test('that rejects a malformed call is a bland 500, and its request id is in the log', async () => {
    fault = { operation: 'Query', error: 'ValidationException' };

    const answer = await send(tracker.url, 'GET', '/shows');

    expectError(answer, 500, 'internal_error');
    const { request_id } = Object(answer.body);
    expect(request_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(answer.body)).not.toContain('For the test');
    await tracker.program.printedError(new RegExp(request_id));
    expect(tracker.program.stderr).toContain('For the test');
  });

  test('that always lets another writer win is a 409', async () => {
    await send(tracker.url, 'POST', '/sync', episode);
    fault = { operation: 'UpdateItem', error: 'ConditionalCheckFailedException' };

    const answer = await send(tracker.url, 'PUT', '/show', { folder_name: 'a', tvdb_id: 12 });

    expectError(answer, 409, 'conflict');
    expect((await send(tracker.url, 'GET', '/shows')).body).toMatchObject({
      shows: [{ folder_name: 'a', tvdb_id: null }],
    });
  });
});

test('the tracker does not start if DynamoDB is not at the endpoint, and says so', async () => {
  const environment = { IMMERSION_TRACKER_STORE: 'dynamodb' };
  const nowhere = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' };
  const keys = { AWS_ACCESS_KEY_ID: 'fake', AWS_SECRET_ACCESS_KEY: 'fake' };

  const started = startTracker({ environment: { ...environment, ...nowhere, ...keys } });

  await expect(started).rejects.toThrow('IMMERSION_TRACKER_STORE=dynamodb');
});

test('a SQLite file without its table is a bland 500', async () => {
  const tracker = await startTracker();
  const database = new DatabaseSync(join(tracker.dataDir, 'immersion-tracker.sqlite'));
  try {
    database.exec('DROP TABLE items');

    const answer = await send(tracker.url, 'GET', '/progress');

    expectError(answer, 500, 'internal_error');
  } finally {
    database.close();
    await tracker.remove();
  }
});
