import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { isRestorable } from '../store/items.ts';
import { isRecordKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/**
 * `POST /remove`: removes watch records and returns them whole. Passes over everything else, and a record
 * of another tool that could not be restored.
 */
export function remove(deps: { readonly store: Store }): Handler<typeof endpoints.remove> {
  return async ({ user, body, deadline: { signal } }) => {
    const ids = [...new Set(body.ids)].filter(isRecordKey);
    const removed = await deps.store.remove(partitionKey(user), ids, isRestorable, signal);
    return { removed };
  };
}
