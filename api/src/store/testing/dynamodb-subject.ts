import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { recordingLog } from '../../kernel/testing/fakes.ts';
import { TABLE_NAME } from '../../settings.ts';
import { createDynamodbStore } from '../dynamodb/dynamodb-store.ts';
import type { Store } from '../store.ts';
import { toAttributes } from '../whole-item.ts';
import { newUser, type Subject } from './conformance/subject.ts';
import { type ClientOptions, testClient } from './test-dynamodb.ts';

/** BatchWriteItem's limit. */
const BATCH = 25;

/** A store in the table at the endpoint, which all cases share. Each case has its own user. */
export function openDynamodbSubject(endpoint: string, options: ClientOptions = {}): Subject {
  const client = testClient(endpoint, options);
  const { log, entries: logged } = recordingLog();
  const store = createDynamodbStore(client, log);
  const others: Store[] = [];
  return {
    store,
    openAnother() {
      const another = createDynamodbStore(testClient(endpoint, options), log);
      others.push(another);
      return another;
    },
    logged,
    ...newUser(),
    async put(items) {
      const starts = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => i * BATCH);
      await pMap(
        starts,
        async (start) => {
          const batch = items.slice(start, start + BATCH);
          const requests = batch.map((item) => {
            return { PutRequest: { Item: { ...toAttributes(item) } } };
          });
          await client.send(
            new BatchWriteItemCommand({ RequestItems: { [TABLE_NAME]: requests } }),
          );
        },
        { concurrency: 8 },
      );
    },
    async close() {
      for (const opened of [store, ...others]) opened.close();
    },
  };
}
