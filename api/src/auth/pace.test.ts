import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pace } from './authenticate.ts';
import { type Caller, createPace } from './pace.ts';

/** Milliseconds that each check takes. */
const CHECK_MS = 200;

let attempt: Pace<Caller>;
let checked: string[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  attempt = createPace();
  checked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const connected = (changes: Partial<Caller> = {}): Caller => ({
  address: '192.0.2.1',
  connection: {},
  signal: new AbortController().signal,
  ...changes,
});

/** Tries one password, and returns what came of it: `right`, `wrong` or the code of the error. */
async function sendOne(
  user: string,
  caller: Caller,
  { isRight = false, isRepeat = false } = {},
): Promise<string> {
  const check = async () => {
    checked.push(user);
    await sleep(CHECK_MS);
    return isRight;
  };
  try {
    return (await attempt({ user, caller, isRepeat }, check)) ? 'right' : 'wrong';
  } catch (error) {
    return Object(error).code;
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody who guesses on and on. */
interface Guesser {
  readonly user: string;
  /** Whether each guess has a connection of its own. */
  readonly reconnects?: boolean;
  /** Whether it is always the same password. */
  readonly repeats?: boolean;
  /** Milliseconds between an answer and the next guess. */
  readonly returnMs?: number;
}

/** Returns what came of the guesses so far. */
function guess(startMs: number, { user, reconnects, repeats, returnMs = 5 }: Guesser): string[] {
  const outcomes: string[] = [];
  const connection = {};
  const guessOn = async (): Promise<void> => {
    const caller = connected({ connection: reconnects ? {} : connection });
    const isRepeat = repeats === true && outcomes.includes('wrong');
    outcomes.push(await sendOne(user, caller, { isRepeat }));
    await sleep(returnMs);
    await guessOn();
  };
  sleep(startMs).then(guessOn);
  return outcomes;
}

/** 100 guessers, who begin one after the other so that they do not keep in step. */
const flood = (guesserOf: (index: number) => Guesser) =>
  Array.from({ length: 100 }, (_, index) => guess(index * 97, guesserOf(index)));

/** Milliseconds until a right password is accepted. */
async function timeToSignIn(user: string, caller = connected()): Promise<number> {
  const start = performance.now();
  let outcome: string | undefined;
  sendOne(user, caller, { isRight: true }).then((result) => {
    outcome = result;
  });
  while (outcome === undefined) await vi.advanceTimersByTimeAsync(10);
  expect(outcome).toBe('right');
  return performance.now() - start;
}

describe('beside 100 guessers, the right password is checked within 2 s', () => {
  const user = 'learner';
  test.each<[string, (index: number) => Guesser]>([
    ['at the same user', () => ({ user })],
    ['at another user', () => ({ user: 'somebody' })],
    ['at a user of their own each', (index) => ({ user: `somebody ${index}` })],
    ['who reconnect for each guess', () => ({ user, reconnects: true })],
    ...[90, 300, 1000].map((returnMs): [string, () => Guesser] => [
      `who reconnect after ${returnMs} ms, always with the same password`,
      () => ({ user, reconnects: true, repeats: true, returnMs }),
    ]),
  ])('%s', async (_, guesserOf) => {
    const outcomes = flood(guesserOf);
    await vi.advanceTimersByTimeAsync(60_000);

    for (let time = 0; time < 20; time += 1) {
      await vi.advanceTimersByTimeAsync(700 + ((time * 137) % 613));
      expect(await timeToSignIn(user)).toBeLessThan(2000);
    }
    expect(outcomes.flat()).toContain('wrong');
  });
});

test('beside guessers who reconnect for each guess, a person may mistype the password', async () => {
  flood(() => ({ user: 'learner', reconnects: true }));
  await vi.advanceTimersByTimeAsync(60_000);

  for (let time = 0; time < 10; time += 1) {
    await vi.advanceTimersByTimeAsync(700 + ((time * 137) % 613));
    const person = connected();
    let typo: string | undefined;
    sendOne('learner', person).then((outcome) => {
      typo = outcome;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(typo).toBe('wrong');
    expect(await timeToSignIn('learner', person)).toBeLessThan(5000);
  }
});

test('guesses of one network at one user are checked 20 at once, then twice a second', async () => {
  flood(() => ({ user: 'learner' }));
  await vi.advanceTimersByTimeAsync(60_000);
  const before = checked.length;

  await vi.advanceTimersByTimeAsync(60_000);

  expect(before).toBeLessThanOrEqual(20 + 120);
  expect(checked.length - before).toBeLessThanOrEqual(120);
  expect(checked.length - before).toBeGreaterThan(60);
});

test('guesses of one network at many users are checked ten times a second at most', async () => {
  let made = 0;
  const quick = async () => {
    made += 1;
    return false;
  };
  const all = Array.from({ length: 300 }, (_, index) =>
    attempt({ user: `somebody ${index}`, caller: connected(), isRepeat: false }, quick).catch(
      () => false,
    ),
  );
  await vi.advanceTimersByTimeAsync(5000);
  const inTime = made;
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(all);

  // The first 100 are free.
  expect(inTime).toBeLessThanOrEqual(151);
  expect(inTime).toBeGreaterThan(140);
});

test('addresses of one IPv6 network, and an IPv4 address in either notation, count as one', async () => {
  const burst = async (addresses: string[]) => {
    attempt = createPace();
    for (const address of addresses) sendOne('learner', connected({ address }));
    await vi.advanceTimersByTimeAsync(20 * CHECK_MS);
    const inTime = checked.length;
    // The rest gives up.
    await vi.advanceTimersByTimeAsync(20_000);
    checked = [];
    return inTime;
  };
  const several = (form: (index: number) => string) =>
    Array.from({ length: 60 }, (_, i) => form(i));

  const oneNetwork = await burst(several((index) => `2001:db8:0:1:${index}::1`));
  const manyNetworks = await burst(several((index) => `2001:db8:0:${index + 2}::1`));
  const mapped = await burst(several((i) => (i % 2 ? '198.51.100.7' : '::ffff:198.51.100.7')));

  expect(oneNetwork).toBeLessThan(30);
  expect(manyNetworks).toBeGreaterThan(30);
  expect(mapped).toBeLessThan(30);
});

test('connections that try for the first time go first, of those the newest, two at a time', async () => {
  const used = connected();
  sendOne('first', used, { isRight: true });
  sendOne('second', connected(), { isRight: true });
  sendOne('older', connected(), { isRight: true });
  sendOne('newer', connected(), { isRight: true });
  sendOne('used connection', used, { isRight: true });
  const orders: string[] = [];

  for (let round = 0; round < 3; round += 1) {
    await vi.advanceTimersByTimeAsync(CHECK_MS / 2);
    orders.push(checked.join(', '));
    checked = [];
    await vi.advanceTimersByTimeAsync(CHECK_MS / 2);
  }

  expect(orders).toEqual(['first, second', 'newer, older', 'used connection']);
});

test('connections that have tried before leave one of the two checks to new ones', async () => {
  const used = [connected(), connected()];
  for (const caller of used) sendOne('before', caller, { isRight: true });
  await vi.advanceTimersByTimeAsync(CHECK_MS);
  checked = [];

  for (const caller of used) sendOne('again', caller, { isRight: true });
  await vi.advanceTimersByTimeAsync(CHECK_MS / 2);
  sendOne('new', connected(), { isRight: true });
  await vi.advanceTimersByTimeAsync(0);

  expect(checked).toEqual(['again', 'new']);
});

test('an attempt that waits too long, and the last if too many wait, give up as overload', async () => {
  const outcomes = Array.from({ length: 600 }, () => sendOne('learner', connected()));
  const settled: string[] = [];
  for (const outcome of outcomes) outcome.then((code) => settled.push(code));

  await vi.advanceTimersByTimeAsync(0);
  const atOnce = [...settled];
  await vi.advanceTimersByTimeAsync(11_000);

  // Two are being checked, and 500 wait.
  expect(atOnce).toEqual(Array(98).fill('overloaded'));
  expect(settled).toHaveLength(600);
  expect(new Set(settled)).toEqual(new Set(['overloaded', 'wrong']));
});

test('an attempt whose client has left is not checked', async () => {
  const gone = AbortSignal.abort();
  expect(await sendOne('gone', connected({ signal: gone }))).toBe('overloaded');
  const leaving = new AbortController();
  const checks = [sendOne('learner', connected()), sendOne('learner', connected())];
  const left = sendOne('learner', connected({ signal: leaving.signal }));
  const next = sendOne('learner', connected(), { isRight: true });

  leaving.abort();
  await vi.advanceTimersByTimeAsync(2 * CHECK_MS);

  expect(await left).toBe('overloaded');
  expect(await next).toBe('right');
  expect(checked).toHaveLength(checks.length + 1);
});

test('failures with long names are remembered in little memory', async () => {
  // Makes `gc` available without a flag on the command line.
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const heapBytes = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = heapBytes();

  for (let index = 0; index < 400; index += 1) {
    const address = `2001:db8:0:${index}::1`;
    const user = `${index}${'x'.repeat(100_000)}`;
    await attempt({ user, caller: connected({ address }), isRepeat: false }, async () => false);
  }

  expect(heapBytes() - before).toBeLessThan(10_000_000);
});
