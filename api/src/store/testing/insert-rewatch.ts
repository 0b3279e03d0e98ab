import type { Store } from '../store.ts';
import { changeItem } from '../whole-item.ts';
import { inTime } from './conformance/subject.ts';

/** Adds a rewatch of an existing record. */
export async function insertRewatch(store: Store, pk: string, of: string, sk: string) {
  const originals = await store.getWhole(pk, [of], inTime());
  const rewatches = originals.map((original) => changeItem(original, { sk, rewatch_of: of }));
  await store.insertIfAbsent(rewatches, inTime());
}
