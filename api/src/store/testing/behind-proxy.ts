import { type FaultOf, startFaultProxy } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import { openDynamodbSubject } from './dynamodb-subject.ts';
import { type ClientOptions, testDynamodb } from './test-dynamodb.ts';

/**
 * A store that calls DynamoDB through a proxy, and a direct one, with a new user. Both are closed at the
 * end of the test.
 */
export async function openBehind(faultOf: FaultOf = () => undefined, options: ClientOptions = {}) {
  const endpoint = await testDynamodb();
  const proxy = await startFaultProxy(endpoint, faultOf);
  const behind = openDynamodbSubject(proxy.url, options);
  const direct = openDynamodbSubject(endpoint);
  onTestFinished(async () => {
    await Promise.all([behind.close(), direct.close(), proxy.close()]);
  });
  const { user, pk } = behind;
  return { store: behind.store, proxy, put: direct.put, direct: direct.store, user, pk };
}
