import { type FaultOf, startFaultProxy } from '@immersion-tracker/stand-ins';
import { expect, onTestFinished, test } from 'vitest';
import { movie, newUser, numbered } from '../store/testing/conformance/subject.ts';
import { testClient } from '../store/testing/test-dynamodb.ts';
import { createDynamodbTarget } from './dynamodb-target.ts';
import { createSqliteSource } from './sqlite-source.ts';
import { copyOne, sqliteWith, useDynamodb } from './testing.ts';

const dynamodb = useDynamodb();
const throttled = { error: 'ProvisionedThroughputExceededException', status: 400 };

async function throughProxy(faultOf: FaultOf) {
  const proxy = await startFaultProxy(dynamodb.endpoint, faultOf);
  const client = testClient(proxy.url, { maxAttempts: 8 });
  onTestFinished(async () => {
    client.destroy();
    await proxy.close();
  });
  return { proxy, client };
}

function sqliteOf(user: string, count: number) {
  const sqlite = sqliteWith(numbered(count).map((name) => movie(user, name)));
  return createSqliteSource(sqlite.open(true));
}

test('a table that is throttled at times gets all items', async () => {
  const { user, pk } = newUser();
  const often: FaultOf = (operation, nth) =>
    operation === 'PutItem' && nth % 5 === 0 ? throttled : undefined;
  const { client } = await throughProxy(often);

  const outcome = await copyOne(pk, sqliteOf(user, 50), createDynamodbTarget(client));

  expect(outcome).toMatchObject({ items: 50, copied: 50, same: 50 });
});

test.each(['hang', throttled] as const)(
  'a table that takes nothing any more (%j) ends the copy, and the next one goes on',
  async (fault) => {
    const { user, pk } = newUser();
    const untilNow: FaultOf = (operation, nth) =>
      operation === 'PutItem' && nth > 100 ? fault : undefined;
    const { client } = await throughProxy(untilNow);

    const stopped = copyOne(pk, sqliteOf(user, 300), createDynamodbTarget(client, 300));

    await expect(stopped).rejects.toMatchObject({
      code: 'store_unavailable',
      reason: 'took nothing for 0.3 seconds; it may be throttled',
      passes: true,
    });
    const again = await copyOne(pk, sqliteOf(user, 300), createDynamodbTarget(dynamodb.client));
    expect(again).toMatchObject({ items: 300, copied: 200, same: 300 });
  },
);

test('an item whose answer was lost is there once', async () => {
  const { user, pk } = newUser();
  const { client, proxy } = await throughProxy((operation, nth) =>
    operation === 'PutItem' && nth === 1 ? 'lose answer' : undefined,
  );

  const outcome = await copyOne(pk, sqliteOf(user, 1), createDynamodbTarget(client));

  expect(outcome).toMatchObject({ items: 1, copied: 0, same: 1 });
  expect(proxy.calls).toMatchObject({ PutItem: 2 });
});
