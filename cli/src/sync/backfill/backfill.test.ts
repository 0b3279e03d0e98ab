import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { modelTracker } from '../../testing/model-tracker.ts';
import { runClient } from '../../testing/run-client.ts';

const ID = '512ojhOuo1ktJprKbVcKyQ';
const LINK = `https://open.spotify.com/episode/${ID}\n`;

/** A list with one link, and a tracker that knows three earlier episodes. `refuse` fails one of its steps. */
function listener(refuse?: 'preview' | 'backfill') {
  const [media, state] = [createFolder('shows/'), createFolder()];
  media.write('watched.txt', LINK);
  const model = modelTracker();
  const requests: string[] = [];
  const refusal = () =>
    Response.json({ message: 'Spotify failed', code: 'provider_error' }, { status: 502 });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    requests.push(pathname);
    if (pathname === '/backfill') {
      if (refuse === 'preview') return refusal();
      const { episode_ids } = endpoints.previewBackfill.request.parse(await request.json());
      const known = (id: string) => model.records.has(`SPOTIFYEPISODE#${id}`);
      const episode = (id: string) => ({ id, title: id, duration: 1800, known: known(id) });
      return Response.json({ episodes: ['a', 'b', 'c', ...episode_ids].map(episode) });
    }
    if (pathname !== '/syncspotify') return model.fetch(request);
    const sent = endpoints.syncSpotify.request.parse(await request.clone().json());
    if (sent.backfill !== true) return model.fetch(request);
    if (refuse === 'backfill') return refusal();
    const { source = null, watched_at = {} } = sent;
    const ids = ['a', 'b', 'c'].map((id) => `SPOTIFYEPISODE#${id}`);
    const absent = ids.filter((id) => !model.records.has(id));
    for (const id of absent) model.records.set(id, { source, watched_at: watched_at[ID] ?? 0 });
    return Response.json({ episodes_added: absent.length });
  };
  const run = (...options: string[]) =>
    runClient(['sync', media.path, ...options], { fetch, stateFolder: state.path });
  const undo = () => runClient(['undo', '--yes'], { fetch, stateFolder: state.path });
  const sync = (...options: string[]) => run('--backfill', ...options);
  return { media, model, requests, run, undo, sync };
}

test('earlier episodes are recorded at the time and with the source of the linked one', async () => {
  const { media, model, sync } = listener();

  const { code, stdout } = await sync();

  expect(code).toBe(0);
  expect(stdout).toContain(
    '3 podcast episodes (1 h 30 min) released before the linked podcast episode, with --backfill\n',
  );
  expect(stdout).toContain('Recorded 4 podcast episodes.');
  const linked = model.records.get(`SPOTIFYEPISODE#${ID}`);
  for (const id of ['a', 'b', 'c']) {
    expect(model.records.get(`SPOTIFYEPISODE#${id}`)).toEqual(linked);
  }
  expect(media.read('watched.txt')).toBe('');
});

test('an undo removes the earlier episodes too, but not one that was known before', async () => {
  const { media, model, sync, undo } = listener();
  const known = { watched_at: 1_700_000_000, source: 'another' };
  model.records.set('SPOTIFYEPISODE#b', known);
  await sync();

  const { code, stdout } = await undo();

  expect([code, stdout]).toEqual([0, expect.stringContaining('3 records will be removed:\n')]);
  expect([...model.records]).toEqual([['SPOTIFYEPISODE#b', known]]);
  expect(media.read('watched.txt')).toBe(LINK);
});

test('a dry run shows the numbers, and records nothing', async () => {
  const { model, sync } = listener();

  const { stdout } = await sync('--dry-run', '--json');

  expect(JSON.parse(stdout)).toMatchObject({ backfill: { episodes: 3, seconds: 5400 } });
  expect(model.records.size).toBe(0);
});

test('a link that is recorded already stands for what came before it', async () => {
  const { media, model, sync } = listener();
  const known = { watched_at: 1_700_000_000, source: 'another' };
  model.records.set(`SPOTIFYEPISODE#${ID}`, known);

  const { code, stdout } = await sync();

  expect([code, stdout]).toEqual([2, expect.stringContaining('Recorded 3 podcast episodes.')]);
  expect(model.records.get('SPOTIFYEPISODE#a')).toMatchObject({ watched_at: known.watched_at });
  // Nobody said whether it was watched again.
  expect(media.read('watched.txt')).toBe(LINK);
});

test('a link that an earlier sync recorded and kept stands for what came before it', async () => {
  const { media, model, run, sync } = listener();
  await run('--keep');
  const kept = [...model.records.keys()];

  const { code, stdout } = await sync();

  expect(kept).toEqual([`SPOTIFYEPISODE#${ID}`]);
  expect([code, stdout]).toEqual([0, expect.stringContaining('Recorded 3 podcast episodes.')]);
  expect(model.records.size).toBe(4);
  expect(media.read('watched.txt')).toBe('');
});

test.each(['preview', 'backfill'] as const)(
  'if the %s is refused, the link is recorded, but its line stays for the next sync',
  async (step) => {
    const { media, model, sync } = listener(step);

    const { code, stdout } = await sync();

    expect(code).toBe(2);
    expect([...model.records.keys()]).toEqual([`SPOTIFYEPISODE#${ID}`]);
    expect(media.read('watched.txt')).toBe(LINK);
    expect(stdout).toContain('Recorded 1 podcast episode.');
    expect(stdout).toContain('the earlier episodes were not recorded: Spotify failed');
  },
);

test('a Spotify that fails is asked about earlier episodes eight times, however many links there are', async () => {
  const { media, requests, run } = listener('preview');
  const ids = Array.from({ length: 40 }, (_, index) => `${index}`.padStart(22, '0'));
  media.write('watched.txt', ids.map((id) => `https://open.spotify.com/episode/${id}\n`).join(''));

  await run('--backfill', '--dry-run');

  expect(requests.filter((path) => path === '/backfill')).toHaveLength(8);
});
