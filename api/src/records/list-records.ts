import { type endpoints, RECORDS_LIMIT } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { PublicError } from '../kernel/errors.ts';
import { isRestorable } from '../store/items.ts';
import { isStorableKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { WholeItem } from '../store/whole-item.ts';

/** Bytes of JSON per page, of which Lambda can send 6 MB. An item can have 400 KB, and more as JSON. */
const PAGE_BYTES = 2 * 1024 * 1024;

/**
 * `GET /records`: all the user's items whole, in sort-key order. Leaves out items of other tools that
 * `POST /restore` would refuse.
 */
export function listRecords(deps: {
  readonly store: Store;
}): Handler<typeof endpoints.listRecords> {
  return async ({ user, body: { before }, deadline: { signal } }) => {
    const after = before === undefined ? undefined : fromCursor(before);
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

const toCursor = (sk: string): string => Buffer.from(sk).toString('base64url');

/** The sort key of a cursor, or a 400. */
function fromCursor(text: string): string {
  const sk = Buffer.from(text, 'base64url').toString();
  if (isStorableKey(sk) && toCursor(sk) === text) return sk;
  const message = 'before: must be the `next` of a page; start again without it';
  throw new PublicError('invalid_request', message);
}
