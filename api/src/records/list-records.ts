import {
  type endpoints,
  type MediaKind,
  mediaKinds,
  RECORDS_LIMIT,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { Handler } from '../http/route.ts';
import { isRestorable, SETTINGS_KEY } from '../store/items.ts';
import { isStorableKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import type { WholeItem } from '../store/whole-item.ts';

/** Bytes of JSON per page, of which Lambda can send 6 MB. An item can have 400 KB, and more as JSON. */
const PAGE_BYTES = 2 * 1024 * 1024;

/**
 * What sort keys of items start with. Whoever restores the pages in their order needs the shows first:
 * `POST /restore` adds a bare one for an episode without a show, and never overwrites it.
 */
const PREFIXES = [
  SETTINGS_KEY,
  ...mediaKinds.flatMap(({ group }: MediaKind) => (group === null ? [] : [group.prefix])),
  ...mediaKinds.map(({ record }) => record.prefix),
];

const listedKey = z
  .string()
  .refine((sk) => isStorableKey(sk) && PREFIXES.some((prefix) => sk.startsWith(prefix)));

/**
 * `GET /records`: all the user's items whole: settings, groups, then records. Leaves out items of other
 * tools that `POST /restore` would refuse.
 */
export function listRecords(deps: {
  readonly store: Store;
}): Handler<typeof endpoints.listRecords> {
  return async ({ user, request: { before }, deadline: { signal } }) => {
    const after = before === undefined ? undefined : fromCursor(before, listedKey);
    const records: WholeItem[] = [];
    let bytes = 0;
    for await (const page of wholePages(deps.store, partitionKey(user), after, signal)) {
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

/** The items of all prefixes in turn, page by page, after a sort key of one of them. */
async function* wholePages(
  store: Store,
  pk: string,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly WholeItem[]> {
  const few = after === undefined ? await fewItems(store, pk, signal) : undefined;
  if (few !== undefined) {
    yield PREFIXES.flatMap((prefix) => few.filter(({ sk }) => sk.startsWith(prefix)));
    return;
  }
  const first = PREFIXES.findIndex((prefix) => after?.startsWith(prefix));
  for (const prefix of PREFIXES.slice(Math.max(0, first))) {
    yield* store.readWhole(pk, prefix, after?.startsWith(prefix) ? after : undefined, signal);
  }
}

/**
 * All items of a partition if they are one page, with one query instead of one for each prefix. Undefined if
 * there are more, or if one of them, perhaps of another tool, cannot be read whole.
 */
async function fewItems(
  store: Store,
  pk: string,
  signal: AbortSignal,
): Promise<readonly WholeItem[] | undefined> {
  try {
    let only: readonly WholeItem[] = [];
    for await (const page of store.readWhole(pk, '', undefined, signal)) {
      if (only.length > 0 || page.length >= RECORDS_LIMIT) return undefined;
      only = page;
    }
    return only;
  } catch (error) {
    if (error instanceof StoreUnavailable && !error.isTransient) return undefined;
    throw error;
  }
}
