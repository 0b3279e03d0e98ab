import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { endingWith } from '../kernel/deadline.ts';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';
import { lookUpAll } from './look-up-all.ts';

test('every item has its own result', async () => {
  const results = await lookUpAll([3, 1, 2], wholeDeadline(), async (item) => {
    // The first ones finish last.
    for (let turns = 0; turns < item; turns += 1) await turn();
    return `#${item}`;
  });

  expect([...results].sort()).toEqual([
    [1, '#1'],
    [2, '#2'],
    [3, '#3'],
  ]);
});

test('of many items, as many are looked up at a time as the provider gets calls', async () => {
  let pending = 0;
  const counts: number[] = [];

  await lookUpAll([...Array(30).keys()], wholeDeadline(), async () => {
    pending += 1;
    counts.push(pending);
    await turn();
    pending -= 1;
  });

  expect(counts).toHaveLength(30);
  expect(Math.max(...counts)).toBe(PROVIDER_CONCURRENCY);
});

test('without items, nothing is looked up', async () => {
  const results = await lookUpAll([], wholeDeadline(), () => Promise.reject(new Error('asked')));

  expect(results.size).toBe(0);
});

test('the first failure is thrown, and aborts all other look-ups', async () => {
  const ended: number[] = [];
  const left: number[] = [];
  const deadline = wholeDeadline();

  const mapped = lookUpAll([1, 2, 3, 4, 5], deadline, async (item, shared) => {
    if (item === 3) {
      await turn();
      throw new Error('third failed');
    }
    await once(shared.signal, 'abort');
    ended.push(item);
    left.push(shared.remainingMs());
    throw new Error('ended');
  });

  await expect(mapped).rejects.toThrow('third failed');
  await turn();
  expect(ended).toEqual([1, 2, 4, 5]);
  expect(left).toEqual([0, 0, 0, 0]);
  expect(deadline.signal.aborted).toBe(false);
});

test('look-ups are also aborted by the request’s own deadline', async () => {
  const caller = new AbortController();
  const deadline = endingWith(wholeDeadline(), caller.signal);

  const mapped = lookUpAll([1], deadline, async (_, shared) => {
    const ended = once(shared.signal, 'abort');
    caller.abort(new Error('gave up'));
    await ended;
    throw shared.signal.reason;
  });

  await expect(mapped).rejects.toThrow('gave up');
});
