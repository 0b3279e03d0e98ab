import { endpoints } from '@immersion-tracker/contract';
import { beforeAll, expect, test } from 'vitest';
import { as, expectError, send, succeed } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

const DAY = 24 * 60 * 60;
const ID = 'EPISODE#Show#E01';

/** The date of a moment in Auckland, whose days the tracker counts by default. */
const dateAt = (seconds: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Auckland' }).format(seconds * 1000);

export function testCorrections(world: World): void {
  const to = (endpoint: (typeof endpoints)[keyof typeof endpoints], request?: unknown) =>
    succeed(world.host.url, endpoint, request);
  const progress = () => to(endpoints.getProgress);
  const history = () => to(endpoints.getHistory);
  const removeId = async () =>
    endpoints.remove.response.parse(await to(endpoints.remove, { ids: [ID, ID, 'SHOW#Show'] }));

  // Noon of the day before, whatever the time is now.
  const today = dateAt(Date.now() / 1000);
  const yesterday = Date.parse(`${today}T00:00:00Z`) / 1000 - DAY;
  const yesterdayDate = new Date(yesterday * 1000).toISOString().slice(0, 10);

  beforeAll(async () => {
    await to(endpoints.syncEpisodes, {
      episodes: [{ folder_name: 'Show', file_name: 'E01', duration: 1500 }],
      source: 'run 1',
    });
  });

  test('a record is listed, and a whole copy can be fetched', async () => {
    const item = {
      ...{ pk: 'USER#alice', sk: ID, user: 'alice', folder_name: 'Show', file_name: 'E01' },
      ...{ episode_duration: 1500, source: 'run 1', timestamp: expect.any(Number) },
    };

    expect(await to(endpoints.getWatched, { limit: 1, query: 'e01 show', day: today })).toEqual({
      watched: [
        {
          ...{ id: ID, rewatch_of: null, kind: 'episode', title: 'E01' },
          ...{ group_id: 'SHOW#Show', group: 'Show', artwork_url: null },
          ...{ watched_at: expect.any(Number), duration: 1500, duration_source: 'file' },
        },
      ],
      next: null,
    });
    expect(await to(endpoints.getRecords, { ids: [ID, 'MOVIE#other'] })).toEqual({
      records: [item],
    });
    expect(await progress()).toMatchObject({ episodes_watched_today: 1 });
    expect(await history()).toMatchObject({ today, days: [{ date: today }] });
  });

  test('a record that is moved to yesterday counts there at once', async () => {
    await to(endpoints.updateWatched, { id: ID, watched_at: yesterday });

    expect(await progress()).toMatchObject({
      total_episodes_watched: 1,
      episodes_watched_today: 0,
      daily_activity: [{}, {}, {}, {}, {}, { days_ago: 1, minutes_watched: 25 }, {}],
    });
    expect(await history()).toMatchObject({
      days: [{ date: yesterdayDate, episode_records: 1, episode_seconds: 1500 }],
      streak: { current_days: 1, current_since: yesterdayDate, longest_days: 1 },
    });
  });

  test('another viewing counts beside the first one', async () => {
    expect(await to(endpoints.rewatch, { ids: [ID] })).toEqual({ added: 1 });

    expect(await progress()).toMatchObject({
      total_episodes_watched: 2,
      episodes_watched_today: 1,
    });
    expect(await history()).toMatchObject({
      days: [{ date: yesterdayDate }, { date: today, episode_seconds: 1500 }],
      streak: { current_days: 2 },
    });
  });

  test('a record that is removed no longer counts, and is as before when it is restored', async () => {
    const before = [await progress(), await history()];

    const { removed } = await removeId();
    const again = await removeId();
    const without = [await progress(), await history()];
    const restored = await to(endpoints.restore, { records: removed });

    expect(removed).toMatchObject([{ sk: ID, source: 'run 1', timestamp: yesterday }]);
    expect(again).toEqual({ removed: [] });
    expect(without).toMatchObject([
      { total_episodes_watched: 1, shows: [{ episodes_watched: 1 }] },
      { days: [{ date: today }], streak: { current_days: 1 } },
    ]);
    expect(restored).toEqual({ restored: 1 });
    expect([await progress(), await history()]).toEqual(before);
  });

  test('everything a user has can be kept as a backup, and restored for another user', async () => {
    const other = as('bob');
    const backup = endpoints.listRecords.response.parse(await to(endpoints.listRecords));
    const { records } = backup;

    const restored = await succeed(world.host.url, endpoints.restore, { records }, other);

    expect(backup).toMatchObject({
      next: null,
      records: [{ sk: 'SHOW#Show' }, { sk: ID }, { sk: expect.stringContaining(`${ID}#`) }],
    });
    expect(restored).toEqual({ restored: 3 });
    expect(await succeed(world.host.url, endpoints.listRecords, undefined, other)).toEqual({
      records: records.map((record) => ({ ...record, pk: 'USER#bob', user: 'bob' })),
      next: null,
    });
    expect(await succeed(world.host.url, endpoints.getHistory, undefined, other)).toEqual(
      await history(),
    );
  });

  test('a record that does not exist cannot be moved', async () => {
    const body = { id: 'MOVIE#never recorded', watched_at: yesterday };

    const answer = await send(world.host.url, 'PUT', '/watched', body);

    expectError(answer, 422, 'unknown_ids');
    expect(answer.body).toMatchObject({ ids: [body.id] });
  });
}
