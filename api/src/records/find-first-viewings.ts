import type * as z from 'zod';
import { unknownIds } from '../http/unknown-ids.ts';
import { watchItem } from '../store/items.ts';
import { isRecordKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** The record that a rewatch is of. */
export interface FirstViewing {
  /** Position in the request of an id that stands for it. */
  readonly index: number;
  /** Its id, even if it was removed. */
  readonly original: string;
  /** The id of the record to copy: its own, or that of a rewatch if it was removed. */
  readonly copyFrom: string;
}

const record = watchItem.pick({ sk: true, timestamp: true, rewatch_of: true });

/** The first viewings that the ids stand for, each once. A 422 lists all ids without a record. */
export async function findFirstViewings(
  store: Store,
  pk: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<FirstViewing[]> {
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const asked = [...indexes.keys()];
  const records = await store.getMany(pk, asked.filter(isRecordKey), record, signal);
  const byId = new Map(records.map((found) => [found.sk, found]));
  const unknown = asked.filter((id) => !byId.has(id));
  if (unknown.length > 0) {
    const what = { provider: 'The tracker', kind: 'record', reasons: 'removed or never recorded' };
    throw unknownIds(what, unknown);
  }

  const standIns = new Map(records.map((found) => [originalOf(found), found.sk]));
  const apart = [...standIns.keys()].filter((original) => !byId.has(original));
  const there = await store.existing(pk, apart, signal);
  return [...standIns].map(([original, id]) => ({
    index: indexes.get(id) ?? 0,
    original,
    copyFrom: byId.has(original) || there.has(original) ? original : id,
  }));
}

function originalOf({ sk, rewatch_of: original }: z.output<typeof record>): string {
  return original !== undefined && isRecordKey(original) ? original : sk;
}
