import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { endingWith } from '../kernel/deadline.ts';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import { mapBounded } from './map-bounded.ts';

const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

test('every item has its own result', async () => {
  const results = await mapBounded([3, 1, 2], wholeDeadline(), async (item) => {
    // The first ones are done last.
    for (let turns = 0; turns < item; turns += 1) await turn();
    return `#${item}`;
  });

  expect([...results].sort()).toEqual([
    [1, '#1'],
    [2, '#2'],
    [3, '#3'],
  ]);
});

test('no item is no look-up', async () => {
  const results = await mapBounded([], wholeDeadline(), () => Promise.reject(new Error('asked')));

  expect(results.size).toBe(0);
});

test('five look-ups are under way at a time', async () => {
  let underWay = 0;
  let most = 0;
  const lookUp = async (item: number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turns = 0; turns < 3; turns += 1) await turn();
    underWay -= 1;
    return item;
  };

  const results = await mapBounded(twelve, wholeDeadline(), lookUp);

  expect(most).toBe(5);
  expect(results.size).toBe(12);
});

test('the first failure is the caller’s, and ends all others', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const left: number[] = [];
  const deadline = wholeDeadline();

  const mapped = mapBounded(twelve, deadline, async (item, shared) => {
    begun.push(item);
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
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  await turn();
  expect(ended).toEqual([1, 2, 4, 5]);
  expect(left).toEqual([0, 0, 0, 0]);
  expect(deadline.signal.aborted).toBe(false);
});

test('look-ups end with the request’s own deadline too', async () => {
  const caller = new AbortController();
  const deadline = endingWith(wholeDeadline(), caller.signal);

  const mapped = mapBounded([1], deadline, async (_, shared) => {
    const ended = once(shared.signal, 'abort');
    caller.abort(new Error('gave up'));
    await ended;
    throw shared.signal.reason;
  });

  await expect(mapped).rejects.toThrow('gave up');
});
