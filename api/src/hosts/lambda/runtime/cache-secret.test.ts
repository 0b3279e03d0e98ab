import { beforeEach, describe, expect, test } from 'vitest';
import { allOf, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { cacheSecret } from './cache-secret.ts';

const alice = { users: [{ user: 'alice', password: 'fake-password' }] };
const bob = { users: [{ user: 'bob', password: 'fake-password' }] };

let recording: RecordingLog;
/** What Secrets Manager holds at the moment; an error is what it fails with. */
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

test('the secret is read once in five minutes, and a change counts after those', async () => {
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

test('callers that need it at the same time share one read', async () => {
  const secret = source();

  const all = await Promise.all([secret(), secret(), secret(), secret(), secret()]);

  expect(all).toStrictEqual(Array(5).fill(alice));
  expect(reads).toBe(1);
});

describe('what is not a secret', () => {
  test.each([
    ['no JSON', '{"users": [{"user": "alice", "password": "fake-pass', 'is not JSON'],
    ['an empty text', '', 'is not JSON'],
    ['nothing', undefined, 'is not JSON'],
    ['another shape', '{"users": "fake-password"}', 'users'],
    ['out of reach', new Error('ThrottlingException'), 'cannot be read'],
  ])('(%s) is an error that names the secret and quotes nothing of it', async (_, text, reason) => {
    held = text;

    const reading = source()();

    await expect(reading).rejects.toThrow('secret immersion_tracker_api: ');
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.not.toThrow(/fake-pass/);
  });

  test('is asked for again by the next caller', async () => {
    const secret = source();
    held = '{';
    await expect(secret()).rejects.toThrow('is not JSON');
    held = JSON.stringify(alice);

    expect(await secret()).toStrictEqual(alice);
  });

  test.each([
    ['spoilt', '{"users": "fake-password"}'],
    ['out of reach', new Error('ThrottlingException')],
  ])(
    '(once it is %s) leaves in force what was read before, for half a minute each',
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

test('a byte order mark, as some editors write it, does no harm', async () => {
  held = `\uFEFF${JSON.stringify(alice)}`;

  expect(await source()()).toStrictEqual(alice);
});
