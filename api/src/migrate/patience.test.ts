import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inTime } from '../store/testing/conformance/subject.ts';
import { testClient } from '../store/testing/test-dynamodb.ts';
import { createDynamodbItems } from './dynamodb-items.ts';

test('a copy waits 20 seconds for a table that does not answer, and then fails', async () => {
  const silent = createServer();
  const asked = once(silent, 'request');
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = testClient(`http://127.0.0.1:${port}`);
  onTestFinished(() => {
    vi.useRealTimers();
    client.destroy();
    silent.closeAllConnections();
    silent.close();
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  let isOver = false;
  const item = { sk: 'a', attributes: { pk: { S: 'USER#alice' }, sk: { S: 'a' } } };
  const copy = createDynamodbItems(client)
    .insertIfAbsent([item], inTime(), () => {})
    .finally(() => {
      isOver = true;
    });
  await asked;
  await vi.advanceTimersByTimeAsync(19_999);
  const wasOver = isOver;
  vi.advanceTimersByTime(1);

  await expect(copy).rejects.toMatchObject({ reason: expect.stringMatching(/20 seconds/) });
  expect(wasOver).toBe(false);
});
