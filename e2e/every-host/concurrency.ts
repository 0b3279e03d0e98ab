import { expect, test } from 'vitest';
import { as, send } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import type { World } from '../testing/trackers/world.ts';

/** More than YouTube accepts in a call (50), and than DynamoDB reads (100) or writes (32) at once. */
const ITEMS = 120;
const numbers = Array.from({ length: ITEMS }, (_, index) => index + 1);
const padded = (index: number, length: number) => `${index}`.padStart(length, '0');

export function testConcurrency(world: World, { differs: { clients, oneProcess } }: Host): void {
  /** The most logins to a provider if all clients need its token at once and none has one. */
  const logins = oneProcess ? 1 : clients;

  /** The sum of what the clients added, and the progress afterwards. */
  async function race(path: string, body: Readonly<Record<string, unknown[]>>) {
    const all = (sent: unknown) =>
      Promise.all(Array.from({ length: clients }, () => send(world.host.url, 'POST', path, sent)));
    // Lets the host start whatever it starts for each client, so that the requests really run at the same time.
    await send(world.host.url, 'GET', '/shows');
    await all(Object.fromEntries(Object.keys(body).map((list) => [list, []])));

    const answers = await all(body);

    expect(answers.filter(({ status }) => status !== 200)).toStrictEqual([]);
    const added = answers.flatMap((answer) => Object.values(Object(answer.body)).map(Number));
    const { body: progress } = await send(world.host.url, 'GET', '/progress');
    return { added: added.reduce((sum, count) => sum + count, 0), progress };
  }

  test(`${clients} clients that post the same episodes add each once`, async () => {
    const episodes = numbers.map((n) => ({ folder_name: `Show ${n % 7}`, file_name: `#${n}` }));

    const { added, progress } = await race('/sync', { episodes });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ total_episodes_watched: ITEMS });
    const { body } = await send(world.host.url, 'GET', '/shows');
    expect(body).toMatchObject({ shows: { length: 7 } });
  });

  test(`${clients} clients that post the same videos add each once`, async () => {
    const video_ids = numbers.map((n) => `video-${padded(n, 5)}`);

    const { added, progress } = await race('/syncyoutube', { video_ids });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ youtube_videos_watched: ITEMS });
    const calls = world.providers.youtube.requests.filter(({ path }) => path.endsWith('/videos'));
    const ids = calls.map(({ query }) => (query.get('id') ?? '').split(','));
    expect(Math.max(...ids.map(({ length }) => length))).toBe(50);
    expect(calls.length).toBeLessThanOrEqual(clients * Math.ceil(ITEMS / 50));
    expect(timesAsked(ids.flat())).toBeLessThanOrEqual(clients);
  });

  test(`${clients} clients that post the same podcast episodes add each once`, async () => {
    const episode_ids = numbers.map((n) => `episode${padded(n, 15)}`);

    const { added, progress } = await race('/syncspotify', { episode_ids });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ spotify_episodes_watched: ITEMS });
    const asked = world.providers.spotifyApi.requests.map(({ path }) => path);
    expect(timesAsked(asked)).toBeLessThanOrEqual(clients);
    expectUpTo(logins, world.providers.spotifyAccounts.requests.length);
  });

  test(`${clients} clients that post the same movies add each once`, async () => {
    const movies = numbers.map((n) => ({ file_name: `Movie ${n}`, tvdb_id: n }));

    const { added, progress } = await race('/syncmovies', { movies });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ total_movies_watched: ITEMS });
    const asked = world.providers.tvdb.requests.map(({ path }) => path);
    expect(timesAsked(asked)).toBeLessThanOrEqual(clients);
    expectUpTo(logins, asked.filter((path) => path.endsWith('/login')).length);
  });

  test('a request looks up each new id once, even if it lists it twice', async () => {
    world.providers.reset();
    const few = numbers.slice(0, 10);
    const ids = few.map((n) => `single${padded(n, 16)}`);
    const movies = few.map((n) => ({ file_name: `Single ${n}`, tvdb_id: 1000 + n }));
    const heard = { episode_ids: [...ids, ...ids] };
    const seen = { movies: [...movies, ...movies] };

    await send(world.host.url, 'POST', '/syncspotify', heard, as('bob'));
    await send(world.host.url, 'POST', '/syncmovies', seen, as('bob'));

    const asked = [...world.providers.spotifyApi.requests, ...world.providers.tvdb.requests]
      .map(({ path }) => path)
      .filter((path) => !path.endsWith('/login'));
    expect(timesAsked(asked)).toBe(1);
    expect(asked).toHaveLength(20);
  });
}

/** How many times the most requested id was requested. */
function timesAsked(ids: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Expects at least one, and no more than the limit. */
function expectUpTo(limit: number, count: number): void {
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(limit);
}
