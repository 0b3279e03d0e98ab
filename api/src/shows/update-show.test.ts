import type { endpoints, RequestOf } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { providerError } from '../providers/provider-error.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import type { TvdbMetadata } from '../providers/tvdb/metadata.ts';
import { allItems, stores } from '../records/testing/stores.ts';
import type { Store } from '../store/store.ts';
import { callWith, emptyStore, itemsOf, journaling } from './testing/shows.ts';
import { updateShow } from './update-show.ts';

const key = { pk: 'USER#alice', sk: 'SHOW#show_name' };
const exampleShow: TvdbMetadata = {
  ...{ name: 'Example Show', image: 'https://example.com/poster.jpg', runtimeSeconds: 2700 },
};
const metadata = {
  tvdb_id: 12345,
  tvdb_name: 'Example Show',
  tvdb_image: 'https://example.com/poster.jpg',
  tvdb_average_runtime: 2700,
};

let store: Store;
let journal: string[];

beforeEach(async () => {
  store = emptyStore();
  journal = [];
  const show = { ...key, user: 'alice', folder_name: 'show_name', version: 1 };
  await store.insertIfAbsent([show], wholeDeadline().signal);
});

afterEach(() => store.close());

/** A TheTVDB client that knows only these series. */
function tvdbWith(series: ReadonlyMap<number, TvdbMetadata | Error>): TvdbClient {
  return {
    async series(id) {
      journal.push(`look up ${id}`);
      const found = series.get(id);
      if (found instanceof Error) throw found;
      return found;
    },
    movie() {
      throw new Error('unexpected look-up of a movie');
    },
  };
}

function update(
  { through = store, series = new Map<number, TvdbMetadata | Error>([[12345, exampleShow]]) } = {},
  body: RequestOf<typeof endpoints.updateShow> = { folder_name: 'show_name', tvdb_id: 12345 },
  user?: string,
) {
  const tvdb = tvdbWith(series);
  return updateShow({ store: journaling(through, journal), tvdb })(callWith(body, user));
}

const theShow = async () => (await itemsOf(store)).shows[0];

/** Raises the version, as a concurrent request does that wins the race. */
async function rival() {
  const version = (await theShow())?.version ?? 0;
  await store.update(key, { tvdb_name: 'Rival' }, wholeDeadline().signal, version);
}

/** A store with a rival that wins the first `races`. */
function losing(races: number): Store {
  let left = races;
  return {
    ...store,
    async update(...args) {
      if (left > 0) await rival();
      left -= 1;
      return store.update(...args);
    },
  };
}

describe('a recorded show', () => {
  test('gets the metadata of the series, and the next version', async () => {
    const answer = await update();

    expect(answer).toEqual({});
    expect(await theShow()).toEqual({
      ...key,
      ...{ user: 'alice', folder_name: 'show_name', version: 2 },
      ...metadata,
    });
  });

  test('can get the metadata of another series later', async () => {
    const other = { name: 'Other', image: 'https://example.com/other.jpg', runtimeSeconds: 1500 };
    await update();

    await update({ series: new Map([[7, other]]) }, { folder_name: 'show_name', tvdb_id: 7 });

    expect(await theShow()).toMatchObject({
      ...{ tvdb_id: 7, tvdb_name: 'Other', tvdb_image: 'https://example.com/other.jpg' },
      ...{ tvdb_average_runtime: 1500, version: 3 },
    });
  });

  test('without a version, from another tool, counts as version 0', async () => {
    const old = { pk: 'USER#alice', sk: 'SHOW#old', user: 'alice', folder_name: 'old' };
    await store.insertIfAbsent([{ ...old, version: null }], wholeDeadline().signal);

    await update({}, { folder_name: 'old', tvdb_id: 12345 });

    const [shown] = (await itemsOf(store)).shows;
    expect(shown).toMatchObject({ folder_name: 'old', tvdb_id: 12345, version: 1 });
  });

  test('is looked up before anything is written', async () => {
    await update();

    expect(journal).toEqual(['look up 12345', 'update SHOW#show_name at version 1']);
  });
});

describe('null instead of an id', () => {
  const NONE = { folder_name: 'show_name', tvdb_id: null };

  test.each(stores)('removes the metadata without asking TheTVDB, on %s', async (_, open) => {
    const subject = open();
    onTestFinished(() => subject.close());
    const { user, pk, put, store: through } = subject;
    const own = { pk, sk: 'SHOW#show_name', user, folder_name: 'show_name', note: 'mine' };
    await put([{ ...own, ...metadata, version: 4, source: 'run 1' }]);

    const answer = await update({ through }, NONE, user);

    expect(answer).toEqual({});
    expect(journal).toEqual(['update SHOW#show_name at version 4']);
    expect(await allItems(subject)).toStrictEqual([{ ...own, version: 5, source: 'run 1' }]);
  });

  test('is fine for a show without metadata', async () => {
    expect(await update({}, NONE)).toEqual({});
    expect(await theShow()).toMatchObject({ tvdb_id: null, tvdb_name: null, version: 2 });
  });

  test('is retried after a lost race, and a 404 for an unknown show', async () => {
    await update({ through: losing(1) }, NONE);
    const failure = await failureOf(update({}, { ...NONE, folder_name: 'nowhere' }));

    expect(await theShow()).toMatchObject({ tvdb_name: null, version: 3 });
    expect(failure.code).toBe('show_not_found');
  });
});

describe('a show that was never recorded', () => {
  test.each([
    ['a folder that was never synced', 'nowhere', 'alice'],
    ['a folder in another letter case', 'Show_name', 'alice'],
    ['another user’s folder', 'show_name', 'bob'],
  ])('is a 404 without a look-up (%s)', async (_, folder_name, user) => {
    const failure = await failureOf(update({}, { folder_name, tvdb_id: 12345 }, user));

    expect(failure).toMatchObject({ status: 404, code: 'show_not_found' });
    expect(failure.message).toContain(`"${folder_name}"`);
    expect(journal).toEqual([]);
  });

  test('is a 400 if its key would be too long', async () => {
    const failure = await failureOf(update({}, { folder_name: 'x'.repeat(1020), tvdb_id: 12345 }));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^folder_name: /);
  });
});

describe('a failed look-up', () => {
  test('is a 422 with the id if TheTVDB does not know it, and writes nothing', async () => {
    const failure = await failureOf(update({ series: new Map() }));

    expect(failure).toMatchObject({ status: 422, code: 'unknown_ids', ids: [12345] });
    expect(journal).toEqual(['look up 12345']);
  });

  test('throws TheTVDB’s error, and writes nothing', async () => {
    const broken = providerError('TheTVDB', 'failed with status 500');

    const failure = await failureOf(update({ series: new Map([[12345, broken]]) }));

    expect(failure).toBe(broken);
    expect(await theShow()).toMatchObject({ tvdb_id: null, version: 1 });
  });
});

describe('a lost race', () => {
  test.each([1, 4])('is retried until it is won (%i lost)', async (races) => {
    await update({ through: losing(races) });

    expect(await theShow()).toMatchObject({ ...metadata, version: races + 2 });
    expect(journal.filter((entry) => entry.startsWith('look up'))).toHaveLength(1);
  });

  test('is a 409 after five attempts, and the rival’s changes stay', async () => {
    const failure = await failureOf(update({ through: losing(Number.POSITIVE_INFINITY) }));

    expect(failure).toMatchObject({ status: 409, code: 'conflict' });
    expect(failure.message).toContain('"show_name"');
    expect(journal.filter((entry) => entry.startsWith('update'))).toEqual(
      [1, 2, 3, 4, 5].map((version) => `update SHOW#show_name at version ${version}`),
    );
    expect(await theShow()).toMatchObject({ tvdb_id: null, tvdb_name: 'Rival' });
  });

  test('against a deletion of the show is a 404', async () => {
    let deleted = false;
    const vanishing: Store = {
      ...store,
      async update() {
        deleted = true;
        return false;
      },
      get: async (...query) => (deleted ? undefined : store.get(...query)),
    };

    const failure = await failureOf(update({ through: vanishing }));

    expect(failure).toMatchObject({ status: 404, code: 'show_not_found' });
  });

  test('between concurrent requests is retried until each of them succeeds', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => update()));

    expect(answers).toEqual([{}, {}, {}, {}]);
    expect(await theShow()).toMatchObject({ ...metadata, version: 5 });
  });
});
