import type { Screen } from '../../terminal/screen.ts';
import { lookUp } from '../../tracker/look-up.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { ViewingOf } from '../viewings/viewing.ts';

export interface Recording {
  readonly tracker: Tracker;
  readonly screen: Screen;
  /** Identifies this run. The tracker stores it in each record. */
  readonly source: string;
  readonly viewingOf: ViewingOf;
  /** To be called before each request that records something. Rejects if an undo has taken this run back. */
  readonly beforeRecording: () => Promise<void>;
}

/**
 * The items whose records this run added. If the tracker added fewer than were sent, then another client
 * was faster, or the response to an earlier attempt was lost. The source of the records tells which.
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
