import type { Subject } from '../../store/testing/conformance/subject.ts';
import { openDynamodbSubject } from '../../store/testing/dynamodb-subject.ts';
import { openSqliteSubject } from '../../store/testing/sqlite-subject.ts';
import { testDynamodb } from '../../store/testing/test-dynamodb.ts';

const endpoint = await testDynamodb();

type NamedStore = [name: string, open: () => Subject];

/** Both stores, for `describe.each`. */
export const stores: [NamedStore, NamedStore] = [
  ['SQLite', openSqliteSubject],
  ['DynamoDB', () => openDynamodbSubject(endpoint)],
];

/** All items of the subject's user whole, in sort-key order. */
export async function allItems({ store, pk }: Pick<Subject, 'store' | 'pk'>) {
  return (
    await Array.fromAsync(store.readWhole(pk, '', undefined, AbortSignal.timeout(60_000)))
  ).flat();
}
