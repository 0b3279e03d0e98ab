import type { endpoints, RequestOf } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { settingsItem } from '../store/items.ts';
import type { Store } from '../store/store.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { getSettings } from './get-settings.ts';
import { updateSettings } from './update-settings.ts';

type Change = RequestOf<typeof endpoints.updateSettings>;

let store: Store;

beforeEach(() => {
  store = openMemoryStore();
});

afterEach(() => store.close());

const change = (body: Change, user = 'alice') =>
  updateSettings({ store })({ user, request: body, deadline: wholeDeadline() });
const read = (user = 'alice') =>
  getSettings({ store })({ user, request: undefined, deadline: wholeDeadline() });

const none = {
  ...{ time_zone: null, day_starts_at_hour: null, daily_goal_minutes: null },
  ...{ target_hours: null, target_date: null },
};
const all = {
  ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4, daily_goal_minutes: 60 },
  ...{ target_hours: 1000, target_date: '2028-03-31' },
};

test('nothing is set at first', async () => {
  expect(await read()).toEqual(none);
});

test('a change answers with all settings, and stays', async () => {
  expect(await change(all)).toEqual(all);
  expect(await read()).toEqual(all);
  expect(await read('bob')).toEqual(none);
});

describe('of what is set already', () => {
  test.each([
    ['an absent setting stays', { target_hours: 500 }, { ...all, target_hours: 500 }],
    ['null clears a setting', { time_zone: null }, { ...all, time_zone: null }],
    ['0 is a value', { day_starts_at_hour: 0 }, { ...all, day_starts_at_hour: 0 }],
    ['everything can change', none, none],
    ['an empty change changes nothing', {}, all],
  ])('%s', async (_, body, expected) => {
    await change(all);

    expect(await change(body)).toEqual(expected);
    expect(await read()).toEqual(expected);
  });
});

test('a first change can clear what was never set', async () => {
  expect(await change({ time_zone: null, target_hours: 5 })).toEqual({ ...none, target_hours: 5 });
});

test('concurrent changes of different settings all win', async () => {
  const changes = Object.entries(all).map(([name, value]) => change({ [name]: value }));

  await Promise.all(changes);

  expect(await read()).toEqual(all);
});

test.each(['JST', 'Mars/Olympus', ''])(
  'the time zone %j is a 400 that changes nothing',
  async (time_zone) => {
    await change(all);

    const failure = await failureOf(change({ time_zone, target_hours: 5 }));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^time_zone: must be an IANA time zone/);
    expect(await read()).toEqual(all);
  },
);

test('a change keeps attributes of other tools', async () => {
  const key = { pk: 'USER#alice', sk: 'SETTINGS' };
  const theirs = { ...key, user: 'alice', theme: 'dark', target_hours: 'many' };
  await store.insertIfAbsent([theirs], wholeDeadline().signal);

  expect(await read()).toEqual(none);
  expect(await change({ target_hours: 5 })).toEqual({ ...none, target_hours: 5 });

  const [item] = await store.getWhole(key.pk, [key.sk], wholeDeadline().signal);
  expect(item).toEqual({ ...theirs, target_hours: 5 });
  expect(settingsItem.safeParse(item).success).toBe(true);
});
