import type * as z from 'zod';
import { RECORD_ID, unknownIds } from '../http/unknown-ids.ts';
import { watchItem } from '../store/items.ts';
import { isRecordKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** The first viewing that a rewatch refers to. */
export interface FirstViewing {
  /** Position of its id, or of a rewatch's id, in the request. */
  readonly index: number;
  /** Its id, even if the record was removed. */
  readonly original: string;
  /** The id of the record to copy: the first viewing, or a rewatch if that was removed. */
  readonly copyFrom: string;
}

const record = watchItem.pick({ sk: true, timestamp: true, rewatch_of: true });

/** Finds the first viewing of each id, without duplicates. Throws a 422 with all ids without a record. */
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
  if (unknown.length > 0) throw unknownIds(RECORD_ID, unknown);

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
