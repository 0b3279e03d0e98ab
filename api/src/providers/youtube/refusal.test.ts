import { beforeEach, describe, expect, test, vi } from 'vitest';
import { allOf, failureOf, fixedSecret, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { startYoutubeTest, videoIds, type YoutubeTest } from './testing/start-youtube-test.ts';

const forever = { times: Number.POSITIVE_INFINITY };
let on: YoutubeTest;

beforeEach(async () => {
  on = await startYoutubeTest({ secret: fixedSecret({ youtube_api_key: 'private-key' }) });
});

/** Requests a video, and returns the failure. */
function refusal() {
  return failureOf(on.client.records(['aB3dE5fG7hI'], wholeDeadline()));
}

describe('a refusal', () => {
  test.each([
    [
      'error_403_quota_exceeded.json',
      403,
      "refused: the key's daily quota is used up; it resets at midnight Pacific time",
    ],
    ['error_400_key_invalid.json', 400, 'refused the key; check youtube_api_key in the secret'],
    [
      'error_400_key_invalid_legacy.json',
      400,
      'refused the key; check youtube_api_key in the secret',
    ],
    [
      'error_403_service_disabled.json',
      403,
      "refused: the YouTube Data API v3 is not enabled in the key's project; enable it in the Google Cloud console",
    ],
    [
      'error_403_referrer_blocked.json',
      403,
      'refused: the key is restricted to websites; change that in the Google Cloud console',
    ],
    ['error_403_key_missing.json', 403, 'refused the key; check youtube_api_key in the secret'],
  ])(
    '(%s) that concerns every request says what to do, and is not retried',
    async (name, status, reason) => {
      on.youtube.inject({ kind: 'sample', file: `youtube/${name}`, status }, forever);

      const failure = await refusal();

      expect(failure.status).toBe(502);
      expect(failure.body()).toEqual({
        code: 'provider_error',
        message: `YouTube ${reason}.`,
        provider_blocked: true,
      });
      expect(on.youtube.requests).toHaveLength(1);
      expect(allOf([failure, on.entries])).not.toMatch(/<a|<empty>|href|private-key|000000000000/);
    },
  );

  test.each(['error_400_no_filter.json', 'error_400_too_many_ids.json'])(
    '(%s) that concerns one request names its status, and is not retried',
    async (name) => {
      on.youtube.inject({ kind: 'sample', file: `youtube/${name}`, status: 400 }, forever);

      const failure = await refusal();

      expect(failure.body()).toEqual({
        code: 'provider_error',
        message: 'YouTube refused the request with status 400.',
      });
      expect(on.youtube.requests).toHaveLength(1);
    },
  );

  test.each([
    ['keyExpired', 'refused the key; check youtube_api_key in the secret'],
    ['dailyLimitExceeded', "the key's daily quota is used up"],
    ['SERVICE_DISABLED', 'the YouTube Data API v3 is not enabled'],
    ['API_KEY_IP_ADDRESS_BLOCKED', 'the key is restricted to other IP addresses'],
    ['API_KEY_ANDROID_APP_BLOCKED', 'the key is restricted to Android apps'],
    ['API_KEY_IOS_APP_BLOCKED', 'the key is restricted to iOS apps'],
    ['API_KEY_SERVICE_BLOCKED', 'the key is restricted to other APIs'],
  ])('for %s blocks the provider', async (reason, message) => {
    const body = JSON.stringify({ error: { errors: [{ reason: 'x' }], details: [{ reason }] } });
    on.youtube.inject({ kind: 'answer', status: 403, body });

    const failure = await refusal();

    expect(failure.providerBlocked).toBe(true);
    expect(failure.message).toContain(message);
  });

  test.each([
    ['for an unknown reason', '{"error":{"errors":[{"reason":"newReason"}]}}'],
    ['with the name of an object property', '{"error":{"errors":[{"reason":"constructor"}]}}'],
    ['without a reason', '{"error":{"code":403,"errors":[{}]}}'],
    ['without details', '{"error":{}}'],
    ['in HTML', '<html><title>Forbidden</title></html>'],
    ['without a body', ''],
  ])('%s names its status', async (_, body) => {
    on.youtube.inject({ kind: 'answer', status: 403, body });

    const failure = await refusal();

    expect(failure.message).toBe('YouTube refused the request with status 403.');
    expect(failure.providerBlocked).toBe(false);
  });

  test('of a wrong key does not reveal the key', async () => {
    const failure = await refusal();

    expect(on.youtube.requests[0]?.query.get('key')).toBe('private-key');
    expect(failure.message).toBe('YouTube refused the key; check youtube_api_key in the secret.');
    expect(allOf([failure, on.entries])).not.toContain('private-key');
  });
});

test('a refusal of one call aborts all others', async () => {
  const file = 'youtube/error_403_quota_exceeded.json';
  on.youtube.inject({ kind: 'hang' }, { times: 2 });
  on.youtube.inject({ kind: 'sample', file, status: 403 });

  const failure = await failureOf(on.client.records(videoIds(150), wholeDeadline()));

  expect(failure.message).toMatch("YouTube refused: the key's daily quota is used up");
  await vi.waitUntil(() => on.entries.length === 2, 20_000);
  expect(on.entries.map(({ fields }) => fields.reason)).toEqual([
    'did not answer before the request was cancelled',
    'did not answer before the request was cancelled',
  ]);
});
