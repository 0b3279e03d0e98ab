import { describe, expect, test } from 'vitest';
import { as, send } from './testing/trackers/api.ts';
import { hosts } from './testing/trackers/hosts.ts';
import { useWorld } from './testing/trackers/world.ts';

const CLIENTS = 20;
const ITEMS = 500;
const numbers = Array.from({ length: ITEMS }, (_, index) => index + 1);
const padded = (index: number, length: number) => `${index}`.padStart(length, '0');

// Two cores that have other things to do take minutes.
describe.each(hosts)('on the $name', { timeout: 5 * 60_000 }, ({ start, differs }) => {
  const world = useWorld(start);
  /** The most times that a provider's token is asked for while clients look up at once. */
  const logins = differs.oneProcess ? 1 : differs.clientsLookingUp;

  /** What all the clients together were told, and the progress afterwards. */
  async function race(path: string, body: Readonly<Record<string, unknown[]>>, clients = CLIENTS) {
    const all = (sent: unknown) =>
      Promise.all(Array.from({ length: clients }, () => send(world.host.url, 'POST', path, sent)));
    // What a host starts for each of the clients has started by then, so that they really meet.
    await send(world.host.url, 'GET', '/shows');
    await all(Object.fromEntries(Object.keys(body).map((list) => [list, []])));

    const answers = await all(body);

    expect(answers.filter(({ status }) => status !== 200)).toStrictEqual([]);
    const added = answers.flatMap((answer) => Object.values(Object(answer.body)).map(Number));
    const { body: progress } = await send(world.host.url, 'GET', '/progress');
    return { added: added.reduce((sum, count) => sum + count, 0), progress };
  }

  test('20 clients that post the same 500 episodes add 500', async () => {
    const episodes = numbers.map((n) => ({ folder_name: `Show ${n % 7}`, file_name: `#${n}` }));

    const { added, progress } = await race('/sync', { episodes });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ total_episodes_watched: ITEMS });
    const { body } = await send(world.host.url, 'GET', '/shows');
    expect(body).toMatchObject({ shows: { length: 7 } });
  });

  test('20 clients that post the same 500 videos add 500', async () => {
    const video_ids = numbers.map((n) => `video-${padded(n, 5)}`);

    const { added, progress } = await race('/syncyoutube', { video_ids });

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ youtube_videos_watched: ITEMS });
    const calls = world.providers.youtube.requests.filter(({ path }) => path.endsWith('/videos'));
    const ids = calls.map(({ query }) => (query.get('id') ?? '').split(','));
    expect(Math.max(...ids.map(({ length }) => length))).toBe(50);
    expect(calls.length).toBeLessThanOrEqual(CLIENTS * (ITEMS / 50));
    expect(timesAsked(ids.flat())).toBeLessThanOrEqual(CLIENTS);
  });

  test(`${differs.clientsLookingUp} clients that post the same 500 podcast episodes add 500`, async () => {
    const episode_ids = numbers.map((n) => `episode${padded(n, 15)}`);

    const { added, progress } = await race(
      '/syncspotify',
      { episode_ids },
      differs.clientsLookingUp,
    );

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ spotify_episodes_watched: ITEMS });
    const asked = world.providers.spotifyApi.requests.map(({ path }) => path);
    expect(timesAsked(asked)).toBeLessThanOrEqual(differs.clientsLookingUp);
    expectUpTo(logins, world.providers.spotifyAccounts.requests.length);
  });

  test(`${differs.clientsLookingUp} clients that post the same 500 movies add 500`, async () => {
    const movies = numbers.map((n) => ({ file_name: `Movie ${n}`, tvdb_id: n }));

    const { added, progress } = await race('/syncmovies', { movies }, differs.clientsLookingUp);

    expect(added).toBe(ITEMS);
    expect(progress).toMatchObject({ total_movies_watched: ITEMS });
    const asked = world.providers.tvdb.requests.map(({ path }) => path);
    expect(timesAsked(asked)).toBeLessThanOrEqual(differs.clientsLookingUp);
    expectUpTo(logins, asked.filter((path) => path.endsWith('/login')).length);
  });

  test('one request looks each of its new ids up once, even if it lists them twice', async () => {
    world.providers.reset();
    const ids = numbers.slice(0, 60).map((n) => `single${padded(n, 16)}`);
    const movies = numbers
      .slice(0, 60)
      .map((n) => ({ file_name: `Single ${n}`, tvdb_id: 1000 + n }));

    const heard = { episode_ids: [...ids, ...ids] };
    await send(world.host.url, 'POST', '/syncspotify', heard, as('bob'));
    await send(
      world.host.url,
      'POST',
      '/syncmovies',
      { movies: [...movies, ...movies] },
      as('bob'),
    );

    const asked = [...world.providers.spotifyApi.requests, ...world.providers.tvdb.requests]
      .map(({ path }) => path)
      .filter((path) => !path.endsWith('/login'));
    expect(timesAsked(asked)).toBe(1);
    expect(asked).toHaveLength(120);
  });

  test('two files of one movie are looked up once', async () => {
    world.providers.reset();
    const movies = ['part 1', 'part 2'].map((file_name) => ({ file_name, tvdb_id: 2658 }));

    const { body } = await send(world.host.url, 'POST', '/syncmovies', { movies }, as('bob'));

    expect(body).toStrictEqual({ movies_added: 2 });
    const asked = world.providers.tvdb.requests.map(({ path }) => path);
    expect(asked.filter((path) => !path.endsWith('/login'))).toStrictEqual(['/v4/movies/2658']);
  });

  test('120 new videos cost three calls for videos and one for each 50 channels', async () => {
    world.providers.reset();
    const video_ids = numbers.slice(0, 120).map((n) => `other-${padded(n, 5)}`);

    await send(world.host.url, 'POST', '/syncyoutube', { video_ids }, as('bob'));

    const calls = world.providers.youtube.requests.map(({ path }) => path.split('/').at(-1));
    expect(calls.filter((call) => call === 'videos')).toHaveLength(3);
    // The stand-in spreads its videos over 60 channels: two calls of 50 at the most.
    expect(calls.filter((call) => call === 'channels').length).toBeLessThanOrEqual(2);
  });
});

/** How often the id that was asked for most often was asked for. */
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
