import { expect } from 'vitest';
import { type Item, movieItem, showItem } from '../../items.ts';
import type { Store } from '../../store.ts';
import { inTime, movie, readKeys, type StoreCase, show } from './subject.ts';

const timeIsUp = AbortSignal.abort();

const calls: Readonly<Record<string, (store: Store, item: Item) => Promise<unknown>>> = {
  existing: (store, { pk, sk }) => store.existing(pk, [sk], timeIsUp),
  get: (store, item) => store.get(item, showItem, timeIsUp),
  getMany: (store, { pk, sk }) => store.getMany(pk, [sk], showItem, timeIsUp),
  insertIfAbsent: (store, { user }) => store.insertIfAbsent([movie(user, 'late')], timeIsUp),
  getWhole: (store, { pk, sk }) => store.getWhole(pk, [sk], timeIsUp),
  readWhole: (store, { pk }) =>
    store.readWhole(pk, '', undefined, timeIsUp)[Symbol.asyncIterator]().next(),
  remove: (store, { pk, sk }) => store.remove(pk, [sk], () => true, timeIsUp),
  update: (store, item) => store.update(item, { tvdb_name: 'Late' }, timeIsUp),
  read: (store, { pk }) => store.read(pk, '', movieItem, timeIsUp)[Symbol.asyncIterator]().next(),
};

export const timeCases: readonly StoreCase[] = Object.entries(calls).map(([operation, call]) => ({
  name: `${operation} throws store_unavailable and changes nothing after the deadline`,
  async run({ store, user, pk }) {
    const item = { ...show(user, 'folder'), tvdb_name: 'Example Show', version: 1 };
    await store.insertIfAbsent([item], inTime());

    const answer = call(store, item);

    await expect(answer).rejects.toMatchObject({ name: 'PublicError', code: 'store_unavailable' });
    expect(await readKeys(store, pk)).toEqual([item.sk]);
    expect(await store.get(item, showItem, inTime())).toMatchObject(item);
  },
}));
