import { beforeEach, describe, expect, test } from 'vitest';
import { allOf, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { cacheSecret } from './cache-secret.ts';

const alice = { users: [{ user: 'alice', password: 'fake-password' }] };
const bob = { users: [{ user: 'bob', password: 'fake-password' }] };

let recording: RecordingLog;
/** What Secrets Manager currently returns, or throws if it is an error. */
let held: string | Error | undefined;
let reads: number;
let now: number;
beforeEach(() => {
  recording = recordingLog();
  held = JSON.stringify(alice);
  reads = 0;
  now = 1_000_000;
});

const source = () =>
  cacheSecret(
    async () => {
      reads += 1;
      if (held instanceof Error) throw held;
      return held;
    },
    () => now,
    recording.log,
  );

test('the secret is cached for five minutes, then a change takes effect', async () => {
  const secret = source();

  const first = await secret();
  held = JSON.stringify(bob);
  now += 299_000;
  const kept = await secret();
  now += 2000;
  const after = await secret();

  expect([first, kept, after]).toStrictEqual([alice, alice, bob]);
  expect(reads).toBe(2);
  expect(recording.entries).toStrictEqual([]);
});

test('concurrent callers share one read', async () => {
  const secret = source();

  const all = await Promise.all([secret(), secret(), secret(), secret(), secret()]);

  expect(all).toStrictEqual(Array(5).fill(alice));
  expect(reads).toBe(1);
});

describe('an invalid secret', () => {
  test.each([
    ['broken JSON', '{"users": [{"user": "alice", "password": "fake-pass', 'is not JSON'],
    ['empty', '', 'is not JSON'],
    ['missing', undefined, 'is not JSON'],
    ['of another shape', '{"users": "fake-password"}', 'users'],
    ['unreachable', new Error('ThrottlingException'), 'cannot be read'],
  ])('(%s) is an error that names the secret without quoting it', async (_, text, reason) => {
    held = text;

    const reading = source()();

    await expect(reading).rejects.toThrow('secret immersion_tracker_api: ');
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.not.toThrow(/fake-pass/);
  });

  test('is read again for the next caller', async () => {
    const secret = source();
    held = '{';
    await expect(secret()).rejects.toThrow('is not JSON');
    held = JSON.stringify(alice);

    expect(await secret()).toStrictEqual(alice);
  });

  test.each([
    ['malformed', '{"users": "fake-password"}'],
    ['unreachable', new Error('ThrottlingException')],
  ])(
    '(now %s) keeps the last valid one in use, and is tried again every 30 seconds',
    async (_, later) => {
      const secret = source();
      await secret();
      held = later;
      now += 300_000;

      const again = [await secret(), await secret()];
      now += 29_000;
      again.push(await secret());
      now += 2000;
      again.push(await secret());

      expect(again).toStrictEqual(Array(4).fill(alice));
      expect(reads).toBe(3);
      expect(recording.entries).toMatchObject([{ level: 'error' }, { level: 'error' }]);
      expect(allOf(recording.entries)).not.toContain('fake-password');
    },
  );
});

test('a byte order mark, which some editors write, is ignored', async () => {
  held = `\uFEFF${JSON.stringify(alice)}`;

  expect(await source()()).toStrictEqual(alice);
});
