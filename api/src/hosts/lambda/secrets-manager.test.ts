import { beforeEach, describe, expect, test } from 'vitest';
import { allOf, type RecordingLog, recordingLog } from '../../kernel/testing.ts';
import { lastGood } from './secrets-manager.ts';

const alice = { users: [{ user: 'alice', password: 'fake-password' }] };
const bob = { users: [{ user: 'bob', password: 'fake-password' }] };

let recording: RecordingLog;
/** What Secrets Manager holds at the moment; an error is what it fails with. */
let held: string | Uint8Array | Error | undefined;
beforeEach(() => {
  recording = recordingLog();
  held = JSON.stringify(alice);
});

const source = () =>
  lastGood(async () => {
    if (held instanceof Error) throw held;
    return held;
  }, recording.log);

test('the secret is what Secrets Manager holds, also after a change', async () => {
  const secret = source();

  const before = await secret();
  held = JSON.stringify(bob);
  const after = await secret();

  expect(before).toStrictEqual(alice);
  expect(after).toStrictEqual(bob);
  expect(recording.entries).toStrictEqual([]);
});

describe('what is no secret', () => {
  test.each([
    ['no JSON', '{"users": [{"user": "alice", "password": "fake-pass', 'is not JSON'],
    ['an empty text', '', 'is not JSON'],
    ['bytes', Uint8Array.of(1), 'is not JSON'],
    ['nothing', undefined, 'is not JSON'],
    ['another shape', '{"users": "fake-password"}', 'users'],
  ])('(%s) is an error that names the secret and quotes nothing of it', async (_, text, reason) => {
    held = text;

    const reading = source()();

    await expect(reading).rejects.toThrow('secret immersion_tracker_api: ');
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.not.toThrow(/fake-pass/);
  });

  test.each([
    ['spoilt', '{'],
    ['out of reach', new Error('ThrottlingException')],
  ])(
    '(once it is %s) leaves in force what was read before, and the log says why',
    async (_, later) => {
      const secret = source();
      await secret();
      held = later;

      const again = await secret();

      expect(again).toStrictEqual(alice);
      expect(recording.entries).toMatchObject([{ level: 'error' }]);
      expect(allOf(recording.entries)).not.toContain('fake-password');
    },
  );
});
