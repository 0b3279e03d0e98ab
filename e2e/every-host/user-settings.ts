import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, expectError, send, succeed } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

/** Midnight of New Year 2026 in Auckland is 11:00 of 31 December in UTC. */
const NEW_YEAR = Date.parse('2025-12-31T11:00:00Z') / 1000;
const HOUR = 3600;

export function testUserSettings(world: World): void {
  const to = (endpoint: (typeof endpoints)[keyof typeof endpoints], request?: unknown) =>
    succeed(world.host.url, endpoint, request);

  /** How the routes count a record of two hours into 2026 in Auckland. */
  const counted = async () => ({
    history: await to(endpoints.getHistory),
    progress: await to(endpoints.getProgress),
    ofYear: await to(endpoints.getLibrary, { year: 2026 }),
    ofDay: await to(endpoints.getWatched, { day: '2026-01-01' }),
  });

  test('a change of settings counts in every route at once', async () => {
    const unset = {
      ...{ time_zone: null, day_starts_at_hour: null },
      ...{ daily_goal_minutes: null, target_hours: null, target_date: null },
    };
    const watched_at = NEW_YEAR + 2 * HOUR;
    const episode = { folder_name: 'Show', file_name: 'E01', watched_at, duration: 1500 };
    await to(endpoints.syncEpisodes, { episodes: [episode] });

    const before = await to(endpoints.getSettings);
    const atMidnight = await counted();
    const late = await to(endpoints.updateSettings, { day_starts_at_hour: 4, target_hours: 100 });
    const atFour = await counted();
    await to(endpoints.updateSettings, { day_starts_at_hour: null, time_zone: 'Europe/Berlin' });
    const inBerlin = await counted();

    expect(before).toEqual(unset);
    expect(late).toEqual({ ...unset, day_starts_at_hour: 4, target_hours: 100 });
    expect(atMidnight).toMatchObject({
      ofYear: { library: [{ records: 1, seconds: 1500 }] },
      ofDay: { watched: [{ watched_at }] },
      history: { time_zone: 'Pacific/Auckland', days: [{ date: '2026-01-01' }], goal: null },
    });
    const inOldYear = { ofYear: { library: [] }, ofDay: { watched: [] } };
    expect(atFour).toMatchObject({
      ...inOldYear,
      history: {
        day_starts_at_hour: 4,
        days: [{ date: '2025-12-31', episode_seconds: 1500 }],
        goal: { target_hours: 100, hours_so_far: 0 },
      },
    });
    expect(inBerlin).toMatchObject({
      ...inOldYear,
      history: { time_zone: 'Europe/Berlin', days: [{ date: '2025-12-31' }] },
    });
    const firstQuarters = [atMidnight, atFour, inBerlin].map(({ progress }) => {
      const [first] = endpoints.getProgress.response.parse(progress).all_time_progress;
      return first?.label;
    });
    expect(firstQuarters).toEqual(['Jan 2026', 'Oct 2025', 'Oct 2025']);
  });

  test('settings belong to one user, and an unknown time zone is refused', async () => {
    const refused = await send(world.host.url, 'PUT', '/settings', { time_zone: 'Mars/Olympus' });
    const others = await succeed(world.host.url, endpoints.getSettings, undefined, as('bob'));

    expectError(refused, 400, 'invalid_request');
    expect(others).toMatchObject({ time_zone: null, target_hours: null });
    expect(await to(endpoints.getSettings)).toMatchObject({ time_zone: 'Europe/Berlin' });
  });
}
