import { itemKey, type LinkKind, linkKinds, syncEndpoint } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { LinkProvider } from '../providers/link-provider.ts';
import { journaling } from '../shows/testing/shows.ts';
import { groupItem, recordItem } from '../store/items.ts';
import type { Store } from '../store/store.ts';
import { readAll } from '../store/testing/conformance/subject.ts';
import { insertRewatch } from '../store/testing/insert-rewatch.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { syncLinks } from './sync-links.ts';

const pk = 'USER#alice';
let store: Store;

beforeEach(() => {
  store = openMemoryStore();
});

afterEach(() => store.close());

const group = { name: 'A group', artworkUrl: 'https://example.com/g.jpg' };

/** Knows a and b in one group, which it returns either with them or from `groups`. */
const provider = (tellsGroups: boolean): LinkProvider => ({
  unknownBecause: 'deleted or wrong',
  async records(ids) {
    const known = ids.filter((id) => ['a', 'b'].includes(id));
    const record = { title: 'A title', durationSeconds: 600, groupId: 'g' };
    return new Map(known.map((id) => [id, { ...record, ...(tellsGroups && { group }) }]));
  },
  ...(!tellsGroups && {
    async groups(ids) {
      return new Map(ids.map((id) => [id, group]));
    },
  }),
});

describe.each(
  linkKinds.flatMap((kind) => [
    [kind.id, 'comes with the records', kind, provider(true)] as const,
    [kind.id, 'is requested separately', kind, provider(false)] as const,
  ]),
)('records of %s, whose group %s,', (_id, _how, kind, provider) => {
  const keyOf = (id: string) => itemKey(kind.record, id);
  const sync = (ids: string[], more: object = {}, through = store) =>
    syncLinks(kind, { store: through, clock: () => 1_780_000_000_000, provider })({
      ...{ user: 'alice', deadline: wholeDeadline() },
      request: syncEndpoint(kind).request.parse({ ...more, [kind.sync.list]: ids }),
    });
  const read = async () => {
    const { record, group }: LinkKind = kind;
    return [
      ...(await readAll(store, { pk, prefix: record.prefix }, recordItem(record))),
      ...(await readAll(store, { pk, prefix: group.prefix }, groupItem(group))),
    ];
  };

  test('are written after their group', async () => {
    const journal: string[] = [];

    await sync(['a'], {}, journaling(store, journal));

    expect(journal).toEqual([`insert ${itemKey(kind.group, 'g')}`, `insert ${keyOf('a')}`]);
  });

  test('are stored with the provider’s metadata, and so is their group', async () => {
    expect(await sync(['a'])).toEqual({ [kind.sync.added]: 1 });

    const { record, group } = kind;
    const keys = [keyOf('a'), itemKey(group, 'g')];
    const stored = await Promise.all(
      keys.map((key) => store.getWhole(pk, [key], wholeDeadline().signal)),
    );
    expect(stored.flat()).toStrictEqual([
      {
        ...{ pk, sk: keyOf('a'), user: 'alice', timestamp: 1_780_000_000 },
        ...{ [record.id]: 'a', [record.titles[0]]: 'A title' },
        ...{ [record.group]: 'g', [record.duration]: 600 },
      },
      {
        ...{ pk, sk: itemKey(group, 'g'), user: 'alice' },
        ...{ [group.id]: 'g', [group.names[0]]: 'A group' },
        [group.artwork]: 'https://example.com/g.jpg',
      },
    ]);
  });

  test('have the times of their ids, or else that of the request, and keep them', async () => {
    await sync(['a', 'b'], { watched_at: { b: 1_600_000_000, 'not in the list': 1 } });
    await sync(['a', 'b'], { watched_at: { a: 3, b: 3 } });

    const times = (await read()).flatMap(({ sk, timestamp }) =>
      timestamp ? [[sk, timestamp]] : [],
    );
    expect(times).toEqual([
      [keyOf('a'), 1_780_000_000],
      [keyOf('b'), 1_600_000_000],
    ]);
  });

  test('are refused if a time is more than five minutes in the future, and nothing is written', async () => {
    const watched_at = { a: 1_780_000_300, b: 1_780_000_301 };

    const failure = await failureOf(sync(['a', 'b'], { watched_at }));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^watched_at\.b: is 301 seconds in the future/);
    expect(await read()).toEqual([]);
  });

  test('are stored with the source of the request that adds them', async () => {
    await sync(['a']);

    await sync(['a', 'b'], { source: 'run 2' });

    expect((await read()).map(({ sk, source }) => [sk, source])).toEqual([
      [keyOf('a'), undefined],
      [keyOf('b'), 'run 2'],
      [itemKey(kind.group, 'g'), undefined],
    ]);
  });

  test('are unknown if their id is the key of an existing rewatch', async () => {
    await sync(['a']);
    await insertRewatch(store, pk, keyOf('a'), keyOf('a#9'));

    const failure = await failureOf(sync(['a', 'a#9', 'x']));

    expect(failure).toMatchObject({ code: 'unknown_ids', ids: ['a#9', 'x'] });
  });
});
