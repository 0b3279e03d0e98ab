import { type endpoints, RECORDS_LIMIT } from '@immersion-tracker/contract';
import * as z from 'zod';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { Handler } from '../http/route.ts';
import { isRestorable } from '../store/items.ts';
import { isStorableKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { WholeItem } from '../store/whole-item.ts';

/** Bytes of JSON per page, of which Lambda can send 6 MB. An item can have 400 KB, and more as JSON. */
const PAGE_BYTES = 2 * 1024 * 1024;

const sortKey = z.string().refine(isStorableKey);

/**
 * `GET /records`: all the user's items whole, in sort-key order. Leaves out items of other tools that
 * `POST /restore` would refuse.
 */
export function listRecords(deps: {
  readonly store: Store;
}): Handler<typeof endpoints.listRecords> {
  return async ({ user, request: { before }, deadline: { signal } }) => {
    const after = before === undefined ? undefined : fromCursor(before, sortKey);
    const records: WholeItem[] = [];
    let bytes = 0;
    for await (const page of deps.store.readWhole(partitionKey(user), after, signal)) {
      for (const item of page.filter(isRestorable)) {
        bytes += Buffer.byteLength(JSON.stringify(item));
        const last = records.at(-1);
        const isFull = records.length === RECORDS_LIMIT || bytes > PAGE_BYTES;
        if (isFull && last !== undefined) return { records, next: toCursor(last.sk) };
        records.push(item);
      }
    }
    return { records, next: null };
  };
}
