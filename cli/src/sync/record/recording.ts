import type { Screen } from '../../terminal/screen.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { lookUp } from '../plan/compare.ts';

/** What recording needs. */
export interface Recording {
  readonly tracker: Tracker;
  readonly screen: Screen;
  /** Of this run: the tracker keeps it with each record that is added. */
  readonly source: string;
}

/**
 * The items whose records this run added. If the tracker counts fewer than were sent, another client
 * was first, or the answer to an earlier attempt was lost: the source of the records tells.
 */
export async function oursOf<Item>(
  { tracker, source }: Recording,
  items: readonly Item[],
  added: number,
  recordOf: (item: Item) => string,
): Promise<readonly Item[]> {
  if (added === items.length) return items;
  const records = await lookUp(tracker, items.map(recordOf));
  return items.filter((item) => records.get(recordOf(item))?.source === source);
}
