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
 * A store that calls DynamoDB through a proxy, and a direct one, with a new user. Both are closed at the
 * end of the test. All tests of a file share the DynamoDB.
 */
export async function openBehind(faultOf: FaultOf = () => undefined, options: ClientOptions = {}) {
  const proxy = await startFaultProxy(dynamodb.endpoint, faultOf);
  const behind = openDynamodbSubject(proxy.url, options);
  const direct = openDynamodbSubject(dynamodb.endpoint);
  onTestFinished(async () => {
    await Promise.all([behind.close(), direct.close(), proxy.close()]);
  });
  const { user, pk } = behind;
  return { store: behind.store, proxy, put: direct.put, direct: direct.store, user, pk };
}
