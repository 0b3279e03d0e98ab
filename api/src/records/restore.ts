import { type endpoints, episode, type WholeRecord } from '@immersion-tracker/contract';
import type * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Handler } from '../http/route.ts';
import { PublicError } from '../kernel/errors.ts';
import { episodeItem, itemSchema } from '../store/items.ts';
import { isRecordKey, isStorableKey, partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { readable, type WholeItem, wholeItem } from '../store/whole-item.ts';

/**
 * `POST /restore`: puts back items that do not exist, and adds a show record for each folder without one.
 * The items become the caller's, whoever had them before.
 */
export function restore(deps: { readonly store: Store }): Handler<typeof endpoints.restore> {
  const { store } = deps;

  return async ({ user, body, deadline: { signal } }) => {
    const owner = { pk: partitionKey(user), user };
    const items = new Map(
      body.records.map((sent, index) => {
        const item = { ...parsed(sent, index), ...owner };
        return [item.sk, item];
      }),
    );
    const all = [...items.values()];
    const shows = new Map(all.flatMap((item, index) => showOf(item, index, owner)));
    const metadata = new Map(
      all.flatMap((item) => (isRecordKey(item.sk) ? [] : [[item.sk, item] as const])),
    );
    const records = all.filter(({ sk }) => isRecordKey(sk));

    const before = await store.insertIfAbsent(
      [...new Map([...shows, ...metadata]).values()],
      signal,
    );
    const restored = await store.insertIfAbsent(records, signal);
    return { restored: restored.size + [...metadata.keys()].filter((sk) => before.has(sk)).length };
  };
}

/** An item that fits its schema, or a 400 that names the path of the first problem. */
function parsed(sent: WholeRecord, index: number): WholeItem {
  const { data: item, error } = wholeItem().safeParse(sent);
  if (item === undefined) throw invalid(index, error);
  const schema = isStorableKey(item.sk) ? itemSchema(item.sk) : undefined;
  if (schema === undefined) {
    const message = `records[${index}].sk: is not the sort key of a record, show, channel or podcast`;
    throw new PublicError('invalid_request', message);
  }
  const fitting = schema.safeParse(readable(item));
  if (!fitting.success) throw invalid(index, fitting.error);
  return item;
}

function invalid(index: number, error: z.ZodError | undefined): PublicError {
  const issue = error?.issues[0];
  const path = toDotPath(['records', index, ...(issue?.path ?? [])]);
  return new PublicError('invalid_request', `${path}: ${issue?.message ?? 'invalid'}`);
}

/** The show record that an episode needs, by its sort key. */
function showOf(
  item: WholeItem,
  index: number,
  owner: Pick<WholeItem, 'pk'> & { readonly user: string },
): [string, WholeItem][] {
  const { data } = episodeItem.safeParse(readable(item));
  if (data === undefined || !item.sk.startsWith(episode.record.prefix)) return [];
  const { folder_name } = data;
  const sk = sortKey(episode.group, [folder_name], `records[${index}].folder_name`);
  return [[sk, { ...owner, sk, folder_name, version: 1 }]];
}
