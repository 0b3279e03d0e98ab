import type { endpoints, RequestOf } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { allItems, stores } from '../records/testing/stores.ts';
import { callWith, emptyStore, itemsOf, journaling } from '../shows/testing/shows.ts';
import type { Store } from '../store/store.ts';
import type { Subject } from '../store/testing/conformance/subject.ts';
import { syncEpisodes } from './sync-episodes.ts';

type SentEpisode = RequestOf<typeof endpoints.syncEpisodes>['episodes'][number];

let store: Store;
let now: number;

beforeEach(() => {
  store = emptyStore();
  now = 1_780_000_000_999;
});

afterEach(() => store.close());

function sync(episodes: SentEpisode[], user?: string, through = store) {
  return syncEpisodes({ store: through, clock: () => now })(callWith({ episodes }, user));
}

const episode = (folder_name: string, file_name: string): SentEpisode => ({
  folder_name,
  file_name,
});

describe.each(stores)('in %s, exactly these attributes are stored', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  const syncTo = ({ user, store }: Subject, episodes: SentEpisode[]) => sync(episodes, user, store);

  test('of the first episode of a folder, and of its show', async () => {
    const { user, pk } = subject;

    const answer = await syncTo(subject, [episode('show_name', 'episode_name')]);

    expect(answer).toEqual({ episodes_added: 1 });
    expect(await allItems(subject)).toStrictEqual([
      {
        pk,
        sk: 'EPISODE#show_name#episode_name',
        user,
        folder_name: 'show_name',
        file_name: 'episode_name',
        timestamp: 1_780_000_000,
      },
      { pk, sk: 'SHOW#show_name', user, folder_name: 'show_name', version: 1 },
    ]);
  });

  test('of an episode that was sent with its time and length', async () => {
    const { user, pk } = subject;
    const sent = { ...episode('a', '1'), watched_at: 1_600_000_000, duration: 1451 };

    await syncTo(subject, [sent, episode('a', '2')]);

    expect((await allItems(subject)).slice(0, 2)).toStrictEqual([
      {
        ...{ pk, sk: 'EPISODE#a#1', user, folder_name: 'a', file_name: '1' },
        ...{ timestamp: 1_600_000_000, episode_duration: 1451 },
      },
      {
        ...{ pk, sk: 'EPISODE#a#2', user, folder_name: 'a', file_name: '2' },
        timestamp: 1_780_000_000,
      },
    ]);
  });
});

describe('a second sync', () => {
  test('adds new episodes, and does not change the others', async () => {
    await sync([episode('A', '1'), episode('B', '1')]);
    now += 60_000;

    const answer = await sync([episode('A', '1'), episode('A', '2'), episode('C', '1')]);

    expect(answer).toEqual({ episodes_added: 2 });
    const { episodes, shows } = await itemsOf(store);
    expect(episodes.map(({ sk, timestamp }) => [sk, timestamp])).toEqual([
      ['EPISODE#A#1', 1_780_000_000],
      ['EPISODE#A#2', 1_780_000_060],
      ['EPISODE#B#1', 1_780_000_000],
      ['EPISODE#C#1', 1_780_000_060],
    ]);
    expect(shows.map(({ folder_name }) => folder_name)).toEqual(['A', 'B', 'C']);
  });

  test('does not change the metadata of a known show', async () => {
    await sync([episode('A', '1')]);
    const key = { pk: 'USER#alice', sk: 'SHOW#A' };
    await store.update(key, { tvdb_name: 'Show A' }, wholeDeadline().signal, 1);

    await sync([episode('A', '2')]);

    const { shows } = await itemsOf(store);
    expect(shows).toMatchObject([{ tvdb_name: 'Show A', version: 2 }]);
  });

  test('restores a missing show record, even without a new episode', async () => {
    const only = { pk: 'USER#alice', sk: 'EPISODE#A#1', user: 'alice', ...episode('A', '1') };
    await store.insertIfAbsent([{ ...only, timestamp: 1 }], wholeDeadline().signal);

    const answer = await sync([episode('A', '1')]);

    expect(answer).toEqual({ episodes_added: 0 });
    expect((await itemsOf(store)).shows).toHaveLength(1);
  });

  test('of known episodes writes nothing', async () => {
    const journal: string[] = [];
    await sync([episode('A', '1'), episode('B', '1')]);

    await sync([episode('A', '1'), episode('B', '1')], 'alice', journaling(store, journal));

    expect(journal).toEqual([]);
  });
});

test('shows are written before their episodes', async () => {
  const journal: string[] = [];

  await sync([episode('A', '1'), episode('B', '1')], 'alice', journaling(store, journal));

  expect(journal).toEqual([
    ...['insert SHOW#A', 'insert SHOW#B', 'insert EPISODE#A#1', 'insert EPISODE#B#1'],
  ]);
});

test('an empty list adds nothing', async () => {
  expect(await sync([])).toEqual({ episodes_added: 0 });
  expect(await itemsOf(store)).toEqual({ shows: [], episodes: [] });
});

test('an episode that is listed twice is added once', async () => {
  expect(await sync([episode('A', '1'), episode('A', '1')])).toEqual({ episodes_added: 1 });
});

test('names are stored exactly as sent', async () => {
  const odd = episode('__proto__', 'toString');
  await sync([episode(' Läuft ', 'E01 😀'), episode(' läuft ', 'e01 😀'), odd]);

  const { episodes } = await itemsOf(store);
  expect(episodes.map(({ folder_name, file_name }) => [folder_name, file_name])).toEqual([
    [' Läuft ', 'E01 😀'],
    [' läuft ', 'e01 😀'],
    ['__proto__', 'toString'],
  ]);
});

test('each user has their own episodes', async () => {
  await sync([episode('A', '1')], 'alice');

  const answer = await sync([episode('A', '1')], 'bob');

  expect(answer).toEqual({ episodes_added: 1 });
  expect((await itemsOf(store, 'bob')).episodes).toMatchObject([{ pk: 'USER#bob', user: 'bob' }]);
});

test('concurrent syncs add each episode once', async () => {
  const episodes = Array.from({ length: 20 }, (_, index) => episode('A', `${index}`));

  const answers = await Promise.all(Array.from({ length: 8 }, () => sync(episodes)));

  const added = answers.reduce((sum, { episodes_added }) => sum + episodes_added, 0);
  expect(added).toBe(20);
});

describe('a request is refused, and nothing written,', () => {
  test.each([
    ['a folder name that is too long', [episode('A', '1'), episode('x'.repeat(1020), '1')], 400],
    ['two episodes with the same key', [episode('a', 'b#c'), episode('a#b', 'c')], 409],
    ['the key of a stored episode', [episode('A', '1'), episode('known', 'b#c')], 409],
  ])('if it has %s', async (_, episodes, status) => {
    await sync([episode('known#b', 'c')]);
    const before = await itemsOf(store);

    const failure = await failureOf(sync(episodes));

    expect(failure.status).toBe(status);
    expect(await itemsOf(store)).toEqual(before);
  });
});

test('a time that is more than five minutes in the future is refused with its path, and nothing is written', async () => {
  const clock = 1_780_000_000;
  const sent = [0, 299, 300, 301].map((ahead, index) => {
    return { ...episode('A', `${index}`), watched_at: clock + ahead };
  });

  const failure = await failureOf(sync(sent));

  expect(failure.body()).toEqual({
    code: 'invalid_request',
    message:
      'episodes[3].watched_at: is 301 seconds in the future, and at most 300 are allowed; correct it, or your clock',
  });
  expect(await itemsOf(store)).toEqual({ shows: [], episodes: [] });
  expect(await sync(sent.slice(0, 3))).toEqual({ episodes_added: 3 });
});

test('a known episode keeps its time and length', async () => {
  await sync([{ ...episode('A', '1'), watched_at: 5, duration: 600 }]);

  await sync([{ ...episode('A', '1'), watched_at: 6, duration: 700 }]);

  expect((await itemsOf(store)).episodes).toMatchObject([{ timestamp: 5, episode_duration: 600 }]);
});

test('the source of a request is stored only with the records that it adds', async () => {
  await sync([episode('A', '1')]);
  const body = { episodes: [episode('A', '1'), episode('A', '2'), episode('B', '1')], source: 'x' };

  await syncEpisodes({ store, clock: () => now })(callWith(body));

  const { episodes, shows } = await itemsOf(store);
  expect([...episodes, ...shows].map(({ sk, source }) => [sk, source])).toEqual([
    ['EPISODE#A#1', undefined],
    ['EPISODE#A#2', 'x'],
    ['EPISODE#B#1', 'x'],
    ['SHOW#A', undefined],
    ['SHOW#B', 'x'],
  ]);
});

test('an episode whose key is taken during the request is refused instead of silently skipped', async () => {
  const overtaken: Store = {
    ...store,
    async insertIfAbsent(...args) {
      await sync([episode('a#b', 'c')]);
      return store.insertIfAbsent(...args);
    },
  };

  const failure = await failureOf(sync([episode('a', 'b#c')], 'alice', overtaken));

  expect(failure.code).toBe('conflict');
  expect(failure.message).toContain('folder "a", file "b#c" has the same key as folder "a#b"');
});
