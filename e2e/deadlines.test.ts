import {
  type FaultProxy,
  type Providers,
  type Stack,
  startFaultProxy,
  startProviders,
  startStack,
} from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { expectError, send } from './testing/trackers/api.ts';
import { environmentOf, secretOf, startTracker } from './testing/trackers/local-host.ts';

/** The deadline of a request in milliseconds. The real one is longer, but works the same. */
const requestDeadlineMs = 5000;
/** API Gateway's time-out, in milliseconds. */
const GATEWAY_TIMEOUT_MS = 29_000;

const lookUps = [
  ['POST', '/syncmovies', { movies: [{ file_name: 'a', tvdb_id: 1 }] }],
  ['POST', '/syncyoutube', { video_ids: ['aB3dE5fG7hI'] }],
  ['POST', '/syncspotify', { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] }],
  ['PUT', '/show', { folder_name: 'a', tvdb_id: 421069 }],
] as const;

const running = new AsyncDisposableStack();
afterAll(() => running.disposeAsync());

/** Providers that never answer. */
async function startHangingProviders(): Promise<Providers> {
  const providers = running.adopt(await startProviders(), (it) => it.close());
  for (const provider of [providers.tvdb, providers.youtube, providers.spotifyApi]) {
    provider.inject({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY });
  }
  return providers;
}

// Concurrent, since these tests mostly wait.
describe.concurrent('on one machine', () => {
  let url: string;
  beforeAll(async () => {
    const { environment } = await startHangingProviders();
    const tracker = running.adopt(await startTracker({ environment, requestDeadlineMs }), (it) =>
      it.remove(),
    );
    url = tracker.url;
    await send(url, 'POST', '/sync', { episodes: [{ folder_name: 'a', file_name: 'b' }] });
  });

  test.each(lookUps)('%s %s does not wait for a provider that hangs', async (...lookUp) => {
    const start = performance.now();

    const answer = await send(url, ...lookUp);

    expect(performance.now() - start).toBeLessThan(GATEWAY_TIMEOUT_MS);
    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({ message: expect.stringContaining('in time') });
    expect((await send(url, 'GET', '/progress')).body).toMatchObject({
      total_movies_watched: 0,
      youtube_videos_watched: 0,
      spotify_episodes_watched: 0,
      shows: [{ show_id: null, name: 'a' }],
    });
  });
});

describe.concurrent('on the AWS stack, before the gateway gives up,', () => {
  /** How many writes reach the table in time. More items than this are sent, and 32 are written at once. */
  const WRITTEN = 50;
  const ITEMS = 100;
  const recovery = Promise.withResolvers<void>();
  let table: FaultProxy;
  let stack: Stack;
  beforeAll(async () => {
    const { environment } = await startHangingProviders();
    stack = await startStack({
      assembly: inject('assembly'),
      secret: secretOf({}),
      environment: environmentOf({ environment, requestDeadlineMs }),
      async dynamodbUrl(target) {
        table = await startFaultProxy(target, (operation, nth, body) => {
          if (body.includes('EPISODE#hangs#')) return 'hang';
          if (operation === 'PutItem' && nth > WRITTEN) return { after: recovery.promise };
          return undefined;
        });
        running.defer(() => table.close());
        return table.url;
      },
    });
    running.defer(() => stack.close());
    // Warms up the functions that the tests call, which takes seconds on a busy machine.
    for (const path of ['/sync', '/syncmovies', '/lookup']) {
      expectError(await send(stack.url, 'POST', path, {}), 400, 'invalid_request');
    }
  });

  test('a provider that hangs is a 502', async () => {
    const [lookUp] = lookUps;

    const answer = await send(stack.url, ...lookUp);

    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({ message: expect.stringContaining('in time') });
  });

  test('a table that does not answer is a 503', async () => {
    const answer = await send(stack.url, 'POST', '/lookup', { ids: ['EPISODE#hangs#a'] });

    expectError(answer, 503, 'store_unavailable');
  });

  test('a sync that cannot finish in time is a 503, and sending it again succeeds', async () => {
    const episodes = Array.from({ length: ITEMS }, (_, index) => ({
      folder_name: `Show ${index % 3}`,
      file_name: `${index}`,
    }));

    const cut = await send(stack.url, 'POST', '/sync', { episodes });
    recovery.resolve();
    // Writes that were in flight still reach the table.
    await table.settled();
    const { body: between } = await send(stack.url, 'GET', '/progress');
    const again = await send(stack.url, 'POST', '/sync', { episodes });
    const { body: after } = await send(stack.url, 'GET', '/progress');

    expectError(cut, 503, 'store_unavailable');
    expect(cut.body).toMatchObject({ message: expect.stringContaining('please try again') });
    // Every episode that was recorded has the record of its show, and counts once.
    const { total_episodes_watched: recorded, shows } = Object(between);
    expect(recorded).toBeGreaterThan(0);
    expect(recorded).toBeLessThan(ITEMS);
    expect(shows.every(({ name }: { name: string | null }) => name !== null)).toBe(true);
    expect(again.body).toStrictEqual({ episodes_added: ITEMS - recorded });
    expect(after).toMatchObject({ total_episodes_watched: ITEMS, shows: { length: 3 } });
  });
});
