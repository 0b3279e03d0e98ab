import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { RECORDED, type SpotifyTest, startSpotifyTest } from './testing/start-spotify-test.ts';

const forever = { times: Number.POSITIVE_INFINITY };
let on: SpotifyTest;

beforeEach(async () => {
  on = await startSpotifyTest();
});

/** Makes the stand-in answer all requests for episodes with a recorded refusal. */
function refuse(name: string, status: number, headers: Record<string, string> = {}): void {
  on.api.inject({ kind: 'sample', file: `spotify/${name}`, status, headers }, forever);
}

/** Requests an episode, and returns the failure. */
function refusal() {
  return failureOf(on.episode(RECORDED, wholeDeadline()));
}

describe('a refusal', () => {
  test('because of a missing Premium subscription says who needs one', async () => {
    refuse('error_403_premium.txt', 403);

    const failure = await refusal();

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: "Spotify refused: the app's owner needs an active Premium subscription.",
      provider_blocked: true,
    });
    expect(on.api.requests).toHaveLength(1);
  });

  test('for another reason names its status', async () => {
    refuse('error_403_forbidden.json', 403);

    const failure = await refusal();

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'Spotify refused the request with status 403.',
    });
    expect(on.api.requests).toHaveLength(1);
  });
});

describe('a rate limit', () => {
  test('of hours is an error at once, even if the body is plain text', async () => {
    refuse('error_429_plain.txt', 429, { 'retry-after': '19056' });

    const failure = await refusal();

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'Spotify limits the rate of requests; try again in 19056 s.',
      provider_blocked: true,
    });
    expect(on.api.requests).toHaveLength(1);
  });

  test('does not renew the token', async () => {
    const file = 'spotify/error_429_no_retry_after.json';
    on.api.inject({ kind: 'sample', file, status: 429 }, { times: 4 });
    await refusal();

    const episode = await on.episode(RECORDED, wholeDeadline());

    expect(episode?.group?.name).toBe('Example Podcast');
    expect(on.accounts.requests).toHaveLength(1);
  });
});
