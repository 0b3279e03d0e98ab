import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { watchItem } from '../store/items.ts';
import { isRecordKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

const record = watchItem.pick({ sk: true, timestamp: true, source: true });

/** `POST /lookup`: which of these watch records the user has, in the order of the request. */
export function lookup(deps: { readonly store: Store }): Handler<typeof endpoints.lookup> {
  return async ({ user, request, deadline: { signal } }) => {
    const ids = [...new Set(request.ids)].filter(isRecordKey);
    const records = await deps.store.getMany(partitionKey(user), ids, record, signal);
    const byId = new Map(records.map((found) => [found.sk, found]));
    return {
      known: ids.flatMap((id) => {
        const found = byId.get(id);
        if (found === undefined) return [];
        return { id, watched_at: found.timestamp, source: found.source ?? null };
      }),
    };
  };
}
