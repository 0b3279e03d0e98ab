import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { isRestorable } from '../store/items.ts';
import { isRecordKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { checkAnswerSize } from './check-answer-size.ts';

/**
 * `POST /remove`: removes watch records and returns them whole. Passes over everything else, and a record
 * of another tool that could not be restored.
 */
export function remove(deps: { readonly store: Store }): Handler<typeof endpoints.remove> {
  const { store } = deps;

  return async ({ user, request, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const ids = [...new Set(request.ids)].filter(isRecordKey);
    // Removed records that cannot be sent would be lost.
    checkAnswerSize((await store.getWhole(pk, ids, signal)).filter(isRestorable));
    return { removed: await store.remove(pk, ids, isRestorable, signal) };
  };
}
