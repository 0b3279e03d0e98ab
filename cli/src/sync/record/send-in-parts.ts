import { inParts } from '../../tracker/in-parts.ts';
import { namedById, sendParts } from '../../tracker/send-parts.ts';
import type { Recording } from './recording.ts';

export interface Refused<Item> {
  readonly item: Item;
  readonly reason: string;
  /** Whether the provider rejects every request at the moment, so that further items were not sent. */
  readonly providerIsDown: boolean;
}

/** The result of sending: each item was acknowledged, or refused with a reason. */
export interface Sent<Item> {
  readonly acknowledged: readonly Item[];
  readonly refused: readonly Refused<Item>[];
}

/** Why an item is left if its record exists, but was not added by this run. */
export const MEANWHILE =
  'was recorded by another client in the meantime: sync again to say whether it is the same viewing';

interface Sending<Item> {
  /** Items per request. */
  readonly size: number;
  /** Sends one request. Resolves with the items whose records were added by this run. */
  readonly send: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** The id that a 422 response uses for an item. */
  readonly idOf?: (item: Item) => string;
}

/** Records items in requests of limited size, and shows a bar. Rejects if the items are not at fault. */
export async function sendInParts<Item>(
  { screen, beforeRecording }: Pick<Recording, 'screen' | 'beforeRecording'>,
  title: string,
  items: readonly Item[],
  { size, send, idOf }: Sending<Item>,
): Promise<Sent<Item>> {
  const sendIfAllowed = async (part: readonly Item[]) => {
    await beforeRecording();
    return send(part);
  };
  const { answers, refused } = await sendParts(
    inParts(items, size),
    { send: sendIfAllowed, ...(idOf !== undefined && { namedBy: namedById(idOf) }) },
    screen.bar(title, items.length),
  );
  const acknowledged = answers.flatMap(({ answer }) => answer);
  const ours = new Set(acknowledged);
  const others = answers.flatMap(({ part }) => part).filter((item) => !ours.has(item));
  return {
    acknowledged,
    refused: [
      ...refused.map(({ error, ...one }) => ({ ...one, reason: error.message })),
      ...others.map((item) => ({ item, reason: MEANWHILE, providerIsDown: false })),
    ],
  };
}

export function joined<Item>(all: readonly Sent<Item>[]): Sent<Item> {
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    refused: all.flatMap(({ refused }) => refused),
  };
}
