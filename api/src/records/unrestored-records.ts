import { sharedKey } from '../store/shared-key.ts';
import type { Store } from '../store/store.ts';
import { readable, type WholeItem } from '../store/whole-item.ts';
import { movedRewatch, type Viewing, viewing } from './viewing.ts';

const ADVICE = 'leave it out of the request';

const viewingOf = (item: WholeItem): Viewing => viewing.parse(readable(item));

/**
 * The items by sort key. If one is listed twice, the last one counts. Throws a 409 if two different ones
 * have the same key.
 */
export function distinctItems(items: readonly WholeItem[]): Map<string, WholeItem> {
  const bySortKey = new Map<string, WholeItem>();
  for (const item of items) {
    const first = bySortKey.get(item.sk);
    if (first !== undefined) rejectOther(viewingOf(first), viewingOf(item));
    bySortKey.set(item.sk, item);
  }
  return bySortKey;
}

/** Returns the records that do not exist yet. Throws a 409 if another record has the key of one. */
export async function unrestoredRecords(
  store: Store,
  pk: string,
  records: readonly WholeItem[],
  signal: AbortSignal,
): Promise<WholeItem[]> {
  const missing = new Map(records.map((record) => [record.sk, record]));
  for (const stored of await store.getMany(pk, [...missing.keys()], viewing, signal)) {
    const record = missing.get(stored.sk);
    if (record !== undefined) rejectOther(stored, viewingOf(record));
    missing.delete(stored.sk);
  }
  return [...missing.values()];
}

/** Throws a 409 if two records with the same key are certainly not the same. */
function rejectOther(first: Viewing, second: Viewing): void {
  const { folder_name, rewatch_of } = first;
  if (folder_name !== second.folder_name || rewatch_of !== second.rewatch_of) {
    throw sharedKey(first, second, ADVICE);
  }
  // A record keeps its source when it is moved.
  const isOther = first.timestamp !== second.timestamp && first.source !== second.source;
  if (rewatch_of !== undefined && isOther) throw movedRewatch(second, ADVICE);
}
