import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deadlineBefore, deadlineIn, endingWith, raceAbort } from './deadline.ts';

const never = new Promise<never>(() => {});

test('a deadline runs down to zero, and then its signal aborts', async () => {
  const deadline = deadlineIn(50);
  const atFirst = { left: deadline.remainingMs(), aborted: deadline.signal.aborted };

  await sleep(100);

  expect(atFirst.left).toBeGreaterThan(0);
  expect(atFirst.left).toBeLessThanOrEqual(50);
  expect(atFirst.aborted).toBe(false);
  expect(deadline.remainingMs()).toBe(0);
  expect(deadline.signal.aborted).toBe(true);
});

test('a deadline that ends with a signal ends early, without ending the original', () => {
  const whole = deadlineIn(10_000);
  const caller = new AbortController();
  const deadline = endingWith(whole, caller.signal);
  const leftAtFirst = deadline.remainingMs();

  caller.abort(new Error('gave up'));

  expect(leftAtFirst).toBeGreaterThan(0);
  expect(deadline.remainingMs()).toBe(0);
  expect(deadline.signal.reason).toEqual(new Error('gave up'));
  expect(whole.signal.aborted).toBe(false);
  expect(whole.remainingMs()).toBeGreaterThan(0);
});

test('a deadline that ends with a signal ends in time even if the signal never aborts', async () => {
  const deadline = endingWith(deadlineIn(50), new AbortController().signal);

  await sleep(100);

  expect(deadline.signal.aborted).toBe(true);
  expect(deadline.remainingMs()).toBe(0);
});

describe('a deadline before a signal', () => {
  test('runs down', async () => {
    using deadline = deadlineBefore(new AbortController().signal, 20);

    await once(deadline.signal, 'abort');

    expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(deadline.remainingMs()).toBe(0);
  });

  test('ends with the signal, unless it is disposed of before', () => {
    const stop = new AbortController();
    const disposed = deadlineBefore(stop.signal, 10_000);
    using deadline = deadlineBefore(stop.signal, 10_000);
    const leftAtFirst = deadline.remainingMs();

    disposed[Symbol.dispose]();
    stop.abort(new Error('stopped'));

    expect(leftAtFirst).toBeGreaterThan(0);
    expect(deadline.remainingMs()).toBe(0);
    expect(deadline.signal.reason).toEqual(new Error('stopped'));
    expect(disposed.signal.aborted).toBe(false);
  });
});

test('work that finishes in time returns its result', async () => {
  const result = await raceAbort(deadlineIn(10_000).signal, sleep(10, 'done'));

  expect(result).toBe('done');
});

test('work that fails in time fails with its own error', async () => {
  const work = raceAbort(deadlineIn(10_000).signal, Promise.reject(new Error('broken')));

  await expect(work).rejects.toThrow('broken');
});

test('work that takes too long ends with a TimeoutError', async () => {
  const work = raceAbort(deadlineIn(50).signal, never);

  await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('after the deadline, even finished work is rejected', async () => {
  const over = endingWith(deadlineIn(10_000), AbortSignal.abort(new Error('over')));

  const work = raceAbort(over.signal, Promise.resolve('done'));

  await expect(work).rejects.toThrow('over');
});

test.each([
  ['before', () => AbortSignal.abort(new Error('over'))],
  ['after', () => AbortSignal.timeout(10)],
])('a late failure is handled if the deadline passes %s the work begins', async (_, end) => {
  const unhandled: unknown[] = [];
  const onUnhandled = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', onUnhandled);
  onTestFinished(() => {
    process.off('unhandledRejection', onUnhandled);
  });
  const deadline = endingWith(deadlineIn(10_000), end());
  const work = sleep(50).then(() => Promise.reject(new Error('too late')));

  const outcome = await raceAbort(deadline.signal, work).catch(() => 'not waited for');
  await sleep(100);

  expect(outcome).toBe('not waited for');
  expect(unhandled).toEqual([]);
});
