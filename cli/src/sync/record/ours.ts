import type { Tracker } from '../../tracker/tracker.ts';
import { lookUp } from '../plan/look-up.ts';

/**
 * The items whose records this run added. If the tracker counts fewer than were sent, another client
 * was first, or the answer to an earlier attempt was lost: the source of the records tells.
 */
export async function oursOf<Item>(
  tracker: Tracker,
  items: readonly Item[],
  added: number,
  { idOf, source }: { readonly idOf: (item: Item) => string; readonly source: string },
): Promise<readonly Item[]> {
  if (added === items.length) return items;
  const records = await lookUp(tracker, items.map(idOf));
  return items.filter((item) => records.get(idOf(item))?.source === source);
}
