import { setImmediate as nextRound } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { failureOf } from './testing/fakes.ts';
import { inTurn, yieldToOthers } from './turns.ts';

const { signal: noEnd } = new AbortController();
/** What was done, in order. */
let done: string[];

beforeEach(() => {
  done = [];
});

/** Work of a user in that many steps. */
const work = (user: string, name: string, steps: number, signal = noEnd) =>
  inTurn(user, signal, async () => {
    for (let step = 1; step <= steps; step += 1) {
      if (step > 1) await yieldToOthers();
      done.push(`${name}${step}`);
    }
  });

test('each round of the event loop has one turn', async () => {
  const works = [work('alice', 'a', 2), work('bob', 'b', 2), work('carol', 'c', 1)];

  const counts: number[] = [];
  while (done.length < 5) {
    await nextRound();
    counts.push(done.length);
  }
  await Promise.all(works);

  expect(counts.every((count, index) => count - (counts[index - 1] ?? 0) <= 1)).toBe(true);
});

test('work of one user that has begun ends before more begins, first come first served', async () => {
  await Promise.all([work('alice', 'a', 3), work('alice', 'b', 2), work('alice', 'c', 1)]);

  expect(done).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
});

test('users alternate, so that one with much to do does not delay another', async () => {
  const flood = Array.from({ length: 50 }, () => work('alice', 'a', 3));

  await work('bob', 'b', 2);
  const before = [...done];
  await Promise.all(flood);

  expect(before).toEqual(['a1', 'b1', 'a2', 'b2']);
});

test('work that waits for something else does not keep others from beginning', async () => {
  const answer = Promise.withResolvers<void>();
  const asking = inTurn('alice', noEnd, () => answer.promise);

  await work('alice', 'a', 2);
  answer.resolve();
  await asking;

  expect(done).toEqual(['a1', 'a2']);
});

test('work whose time is over before its turn does not begin, and the others do', async () => {
  const leaving = new AbortController();
  const works = [work('alice', 'a', 2), work('alice', 'b', 1)];
  const left = failureOf(work('alice', 'left', 1, leaving.signal));
  const late = failureOf(work('alice', 'late', 1, AbortSignal.abort()));
  works.push(work('alice', 'c', 1));

  leaving.abort();
  await Promise.all(works);

  expect([await left, await late]).toMatchObject([{ code: 'overloaded' }, { code: 'overloaded' }]);
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1']);
});

test('work that has begun is not cut off by the signal', async () => {
  const leaving = new AbortController();
  const working = work('alice', 'a', 3, leaving.signal);
  while (done.length === 0) await nextRound();

  leaving.abort();
  await working;

  expect(done).toEqual(['a1', 'a2', 'a3']);
});
