import { type FaultOf, startFaultProxy } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import { openDynamodbSubject } from './dynamodb-subject.ts';
import { type ClientOptions, testDynamodb } from './test-dynamodb.ts';

/**
 * A store whose calls go through a proxy, and one beside it whose calls do not. Both end with the
 * test. The user is new.
 */
export async function openBehind(faultOf: FaultOf = () => undefined, options: ClientOptions = {}) {
  const endpoint = await testDynamodb();
  const proxy = await startFaultProxy(endpoint, faultOf);
  const behind = openDynamodbSubject(proxy.url, options);
  const beside = openDynamodbSubject(endpoint);
  onTestFinished(async () => {
    await Promise.all([behind.close(), beside.close(), proxy.close()]);
  });
  const { user, pk } = behind;
  return { store: behind.store, proxy, put: beside.put, direct: beside.store, user, pk };
}
