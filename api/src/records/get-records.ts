import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { isRestorable } from '../store/items.ts';
import { isRecordKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { checkAnswerSize } from './check-answer-size.ts';

/** `POST /records`: these watch records whole, as far as the user has them, in the order of the request. */
export function getRecords(deps: { readonly store: Store }): Handler<typeof endpoints.getRecords> {
  return async ({ user, request, deadline: { signal } }) => {
    const ids = [...new Set(request.ids)].filter(isRecordKey);
    const found = await deps.store.getWhole(partitionKey(user), ids, signal);
    const byId = new Map(found.filter(isRestorable).map((item) => [item.sk, item]));
    const records = ids.flatMap((id) => byId.get(id) ?? []);
    checkAnswerSize(records);
    return { records };
  };
}
