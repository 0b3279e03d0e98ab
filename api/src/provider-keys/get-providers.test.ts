import { providers } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { fixedSecret, wholeDeadline } from '../kernel/testing/fakes.ts';
import { getProviders } from './get-providers.ts';

const none = Object.fromEntries(providers.map(({ id }) => [id, false]));

test.each([
  [{}, none],
  [{ tvdb_api_key: '', youtube_api_key: null, spotify_client_id: '' }, none],
  [{ tvdb_api_key: 'k' }, { ...none, tvdb: true }],
  [{ youtube_api_key: 'k' }, { ...none, youtube: true }],
  [{ spotify_client_id: 'i' }, none],
  [{ spotify_client_secret: 's' }, none],
  [
    { spotify_client_id: 'i', spotify_client_secret: 's' },
    { ...none, spotify: true },
  ],
])('with the keys %j, the response is %j', async (keys, expected) => {
  const handler = getProviders({ secret: fixedSecret(keys) });

  const answer = await handler({ user: 'alice', request: undefined, deadline: wholeDeadline() });

  expect(answer).toEqual(expected);
});
