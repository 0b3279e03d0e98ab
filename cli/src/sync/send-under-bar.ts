import type { Screen } from '../terminal/screen.ts';
import { type Sending, type Sent, sendInParts } from './send-in-parts.ts';

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
