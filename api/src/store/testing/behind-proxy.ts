import { type FaultOf, startFaultProxy } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openDynamodbSubject } from './dynamodb-subject.ts';
import { type ClientOptions, startTestDynamodb, type TestDynamodb } from './test-dynamodb.ts';

let dynamodb: TestDynamodb;

beforeAll(async () => {
  dynamodb = await startTestDynamodb();
});

afterAll(() => dynamodb.stop());

/**
 * A store whose calls go through a proxy, and one beside it whose calls do not, on a DynamoDB that
 * all tests of the importing file share. Both end with the test. The user is new.
 */
export async function openBehind(faultOf: FaultOf = () => undefined, options: ClientOptions = {}) {
  const proxy = await startFaultProxy(dynamodb.endpoint, faultOf);
  const behind = openDynamodbSubject(proxy.url, options);
  const beside = openDynamodbSubject(dynamodb.endpoint);
  onTestFinished(async () => {
    await Promise.all([behind.close(), beside.close(), proxy.close()]);
  });
  const { user, pk } = behind;
  return { store: behind.store, proxy, put: beside.put, direct: beside.store, user, pk };
}
