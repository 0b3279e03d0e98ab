import type { Screen } from '../../terminal/screen.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { type Sending, type Sent, sendInParts } from './send-in-parts.ts';

/** What recording needs. */
export interface Recording {
  readonly tracker: Tracker;
  readonly screen: Screen;
  /** Of this run: the tracker keeps it with each record that is added. */
  readonly source: string;
}

/** As `sendInParts`, under a bar that moves with the items that are settled. */
export async function sendUnderBar<Item>(
  screen: Screen,
  title: string,
  items: readonly Item[],
  sending: Omit<Sending<Item>, 'onSettled'>,
): Promise<Sent<Item>> {
  const bar = screen.bar(title, items.length);
  try {
    return await sendInParts(items, { ...sending, onSettled: (count) => bar.advance(count) });
  } finally {
    bar.end();
  }
}
