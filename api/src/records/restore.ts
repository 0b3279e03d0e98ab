import { type endpoints, episode, type WholeRecord } from '@immersion-tracker/contract';
import { invalidRequest, REQUEST } from '../http/invalid-request.ts';
import type { Handler } from '../http/route.ts';
import { PublicError } from '../kernel/errors.ts';
import { filterNew } from '../store/filter-new.ts';
import { episodeItem, itemSchema } from '../store/items.ts';
import { isRecordKey, isStorableKey, partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { readable, type WholeItem, wholeItem } from '../store/whole-item.ts';
import { distinctItems, unrestoredRecords } from './unrestored-records.ts';

/**
 * `POST /restore`: puts back items that do not exist, and adds a show record for each folder without one.
 * The items become the caller's, whoever had them before.
 */
export function restore(deps: { readonly store: Store }): Handler<typeof endpoints.restore> {
  const { store } = deps;

  return async ({ user, request, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const sent = request.records.map((record, index) => ({ ...parsed(record, index), pk, user }));
    const items = distinctItems(sent);
    const shows = new Map(sent.flatMap(showOf));
    const metadata = new Map([...items].filter(([sk]) => !isRecordKey(sk)));
    const records = [...items.values()].filter(({ sk }) => isRecordKey(sk));

    const groups = new Map([...shows, ...metadata]);
    const newGroups = await filterNew(store, pk, groups, signal);
    const missing = await unrestoredRecords(store, pk, records, signal);

    const added = await store.insertIfAbsent(missing, signal, [...newGroups.values()]);
    const overtaken = missing.filter(({ sk }) => !added.has(sk));
    await unrestoredRecords(store, pk, overtaken, signal);
    const sks = [...metadata.keys(), ...missing.map(({ sk }) => sk)];
    return { restored: sks.filter((sk) => added.has(sk)).length };
  };
}

/** An item that fits its schema, or a 400 that names the path of the first problem. */
function parsed(sent: WholeRecord, index: number): WholeItem {
  const path = ['records', index];
  const { data: item, error } = wholeItem().safeParse(sent);
  if (error !== undefined) throw invalidRequest(error, path);
  const schema = isStorableKey(item.sk) ? itemSchema(item.sk) : undefined;
  if (schema === undefined) {
    const message = `records[${index}].sk: is not the sort key of a record, show, channel, podcast or settings`;
    throw new PublicError('invalid_request', message);
  }
  const fitting = schema.safeParse(readable(item), REQUEST);
  if (fitting.error !== undefined) throw invalidRequest(fitting.error, path);
  return item;
}

/** The show record that an episode needs, by its sort key. */
function showOf(item: WholeItem, index: number): [string, WholeItem][] {
  if (!item.sk.startsWith(episode.record.prefix)) return [];
  const { pk, user, folder_name } = episodeItem.parse(readable(item));
  const sk = sortKey(episode.group, [folder_name], `records[${index}].folder_name`);
  return [[sk, { pk, sk, user, folder_name, version: 1 }]];
}
