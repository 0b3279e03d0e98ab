import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { discard } from './request-body.ts';

test('a body is read to its end', async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      if (pulled === 5) controller.close();
      else controller.enqueue(new Uint8Array(1000));
    },
  });

  await discard(body, 10_000);

  expect(pulled).toBe(5);
});

test('a client that disconnects does not cause an error, at once or after the time-out', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('aborted')),
  });

  await expect(discard(body, 20)).resolves.toBeUndefined();
  // An unhandled rejection would fail the run.
  await sleep(60);
});

test('a body that cannot be cancelled is not an error', async () => {
  const body = new ReadableStream<Uint8Array>({
    cancel: () => Promise.reject(new Error('aborted')),
  });

  await expect(discard(body, 20)).resolves.toBeUndefined();
  await sleep(20);
});

test('a client that stalls is dropped after the time-out', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    cancel() {
      cancelled = true;
    },
  });

  await discard(body, 20);

  expect(cancelled).toBe(true);
});
