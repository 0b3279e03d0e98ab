import { expect, test } from 'vitest';
import { createCorrectionQueue } from './correction-queue.ts';

test('corrections run one after the other, and the page loads again after the last', async () => {
  const events: string[] = [];
  const loaded = Promise.withResolvers<void>();
  const queue = createCorrectionQueue(() => {
    events.push('load');
    loaded.resolve();
  });
  const first = Promise.withResolvers<void>();

  const results = [
    queue.add(async () => {
      events.push('first begins');
      await first.promise;
      events.push('first ends');
      return 1;
    }),
    queue.add(async () => {
      events.push('second');
      return 2;
    }),
  ];
  first.resolve();

  expect(await Promise.all(results)).toEqual([1, 2]);
  await loaded.promise;
  expect(events).toEqual(['first begins', 'first ends', 'second', 'load']);
});

test('a correction that fails does not keep others from running', async () => {
  let loads = 0;
  const queue = createCorrectionQueue(() => {
    loads += 1;
  });

  const failed = queue.add(() => Promise.reject(new Error('no answer')));
  const worked = queue.add(async () => 'saved');

  await expect(failed).rejects.toThrow('no answer');
  await expect(worked).resolves.toBe('saved');
  expect(loads).toBe(1);
});
