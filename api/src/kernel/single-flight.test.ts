import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSingleFlight, type Shared } from './single-flight.ts';

const { signal: noEnd } = new AbortController();
/** The work that was started, with its resolvers. */
let begun: PromiseWithResolvers<string>[];
let share: (key: string, signal?: AbortSignal) => Promise<Shared<string>>;

beforeEach(() => {
  begun = [];
  const singleFlight = createSingleFlight<string>();
  share = (key, signal = noEnd) =>
    singleFlight(key, signal, () => {
      const work = Promise.withResolvers<string>();
      begun.push(work);
      return work.promise;
    });
});

describe('work that several callers need at the same time', () => {
  test('is done once, by the first of them', async () => {
    const asked = [share('a'), share('a'), share('a')];

    begun[0]?.resolve('done');
    const outcomes = await Promise.all(asked);

    expect(begun).toHaveLength(1);
    expect(outcomes).toEqual([
      { result: 'done', isLeader: true },
      { result: 'done', isLeader: false },
      { result: 'done', isLeader: false },
    ]);
  });

  test('is done once for each key', async () => {
    const asked = [share('a'), share('b')];

    begun[0]?.resolve('of a');
    begun[1]?.resolve('of b');
    const outcomes = await Promise.all(asked);

    expect(outcomes).toEqual([
      { result: 'of a', isLeader: true },
      { result: 'of b', isLeader: true },
    ]);
  });

  test('fails for all of them', async () => {
    const asked = [share('a'), share('a')];

    begun[0]?.reject(new Error('broken'));
    const outcomes = await Promise.allSettled(asked);

    expect(begun).toHaveLength(1);
    expect(outcomes).toEqual(Array(2).fill({ status: 'rejected', reason: new Error('broken') }));
  });
});

describe('work that has finished', () => {
  test('is done again for the next caller', async () => {
    const first = share('a');
    begun[0]?.resolve('old');
    await first;

    const second = share('a');
    begun[1]?.resolve('new');

    expect(await second).toEqual({ result: 'new', isLeader: true });
  });

  test('is done again after it failed', async () => {
    const first = share('a');
    begun[0]?.reject(new Error('broken'));
    await expect(first).rejects.toThrow('broken');

    const second = share('a');
    begun[1]?.resolve('mended');

    expect(await second).toEqual({ result: 'mended', isLeader: true });
  });
});

describe('work whose first caller gives up', () => {
  test('is done again, once, for the others', async () => {
    const first = new AbortController();
    const led = share('a', first.signal);
    const others = [share('a'), share('a')];

    first.abort();
    begun[0]?.reject(new Error('given up'));
    await expect(led).rejects.toThrow('given up');
    await turn();
    begun[1]?.resolve('done');
    const outcomes = await Promise.all(others);

    expect(begun).toHaveLength(2);
    expect(outcomes).toEqual([
      { result: 'done', isLeader: true },
      { result: 'done', isLeader: false },
    ]);
  });

  test('is shared with the others if it finishes anyway', async () => {
    const first = new AbortController();
    const asked = [share('a', first.signal), share('a')];

    first.abort();
    begun[0]?.resolve('done');
    const outcomes = await Promise.all(asked);

    expect(begun).toHaveLength(1);
    expect(outcomes.map(({ result }) => result)).toEqual(['done', 'done']);
  });
});

describe('a caller that waits for the work of another', () => {
  test('can give up without ending the work', async () => {
    const second = new AbortController();
    const first = share('a');
    const waiting = share('a', second.signal);

    second.abort(new Error('gave up'));
    await expect(waiting).rejects.toThrow('gave up');
    begun[0]?.resolve('done');

    expect(await first).toEqual({ result: 'done', isLeader: true });
    expect(begun).toHaveLength(1);
  });

  test('can have given up already, even if the work fails later', async () => {
    const first = share('a');
    const waiting = share('a', AbortSignal.abort(new Error('gave up')));

    await expect(waiting).rejects.toThrow('gave up');
    begun[0]?.reject(new Error('broken'));

    await expect(first).rejects.toThrow('broken');
    await turn();
  });
});
