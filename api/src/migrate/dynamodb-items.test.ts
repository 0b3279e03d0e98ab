import { type FaultOf, startFaultProxy } from '@immersion-tracker/stand-ins';
import { expect, onTestFinished, test } from 'vitest';
import { inTime, movie, newUser, numbered } from '../store/testing/conformance/subject.ts';
import { testClient } from '../store/testing/test-dynamodb.ts';
import { createDynamodbItems } from './dynamodb-items.ts';
import { copyOne, openDynamodb, sqliteWith } from './testing/databases.ts';

const dynamodb = await openDynamodb();
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

const sqliteOf = (user: string, count: number) =>
  sqliteWith(numbered(count).map((name) => movie(user, name))).items();

test('an occasionally throttled table gets all items', async () => {
  const { user, pk } = newUser();
  const often: FaultOf = (operation, nth) =>
    operation === 'PutItem' && nth % 5 === 0 ? throttled : undefined;
  const { client } = await throughProxy(often);

  const outcome = await copyOne(pk, sqliteOf(user, 50), createDynamodbItems(client));

  expect(outcome).toMatchObject({ copied: 50, same: { length: 50 } });
});

test.each(['hang', throttled] as const)(
  'a table that stops accepting writes (%j) ends the copy, and the next copy completes it',
  async (fault) => {
    const { user, pk } = newUser();
    const direct = createDynamodbItems(dynamodb.client);
    await copyOne(pk, sqliteOf(user, 40), direct);
    const { client } = await throughProxy((operation) =>
      operation === 'PutItem' ? fault : undefined,
    );

    const stopped = copyOne(pk, sqliteOf(user, 100), createDynamodbItems(client, 300));

    await expect(stopped).rejects.toMatchObject({
      code: 'store_unavailable',
      reason: 'did not accept a write for 0.3 seconds; it may be throttled',
      isTransient: true,
    });
    const again = await copyOne(pk, sqliteOf(user, 100), direct);
    expect(again).toMatchObject({ copied: 60, same: { length: 100 } });
  },
);

test('an item whose response was lost is added once', async () => {
  const { user, pk } = newUser();
  const { client, proxy } = await throughProxy((operation, nth) =>
    operation === 'PutItem' && nth === 1 ? 'lose answer' : undefined,
  );

  const outcome = await copyOne(pk, sqliteOf(user, 1), createDynamodbItems(client));

  expect(outcome).toMatchObject({ copied: 0, same: ['MOVIE#name 00000'] });
  expect(proxy.calls).toMatchObject({ PutItem: 2 });
});

test('partitions of several pages are listed with their counts', async () => {
  const [alice, bob] = [newUser('alice'), newUser('bob')];
  const text = { S: 'x'.repeat(300_000) };
  for (const { pk } of [alice, bob]) {
    for (const sk of numbered(5)) await dynamodb.put({ pk: { S: pk }, sk: { S: sk }, text });
  }
  const { partitions } = createDynamodbItems(dynamodb.client);

  const named = await partitions([bob.pk, 'USER#nobody'], inTime());
  const all = await partitions(undefined, inTime());

  expect(named).toEqual([{ pk: bob.pk, items: 5 }]);
  expect(all).toEqual(expect.arrayContaining([alice, bob].map(({ pk }) => ({ pk, items: 5 }))));
});
