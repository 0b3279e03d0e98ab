import type { ApiError } from '@immersion-tracker/contract';
import { isRefusal } from '../tracker/refusal.ts';

/** What came of sending. Items are neither where the provider or the tracker fails as a whole. */
export interface Sent<Item> {
  readonly acknowledged: readonly Item[];
  readonly refused: readonly { readonly item: Item; readonly reason: string }[];
  /** How many of the acknowledged ones were new to the tracker. */
  readonly added: number;
}

interface Sending<Item> {
  /** Most items of a request. */
  readonly size: number;
  /** Sends one request; resolves with the number of new items. */
  readonly send: (items: readonly Item[]) => Promise<number>;
  /** The id by which a 422 names an item. */
  readonly idOf?: (item: Item) => string;
  /** Called with the number of items that are settled. */
  readonly onSettled: (count: number) => void;
}

/**
 * Sends items in requests of bounded size. The tracker takes a request as a whole or not at all, so
 * where it refuses one, the items at fault are found and the others are sent without them: it names
 * unknown ids itself, and requests refused for another reason are divided. Throws where the trouble
 * is not with the items.
 */
export async function sendInParts<Item>(
  items: readonly Item[],
  { size, send, idOf, onSettled }: Sending<Item>,
): Promise<Sent<Item>> {
  const acknowledged: Item[] = [];
  const refused: { item: Item; reason: string }[] = [];
  let added = 0;
  let providerDown: ApiError | undefined;

  function refuse(part: readonly Item[], { message }: ApiError): void {
    refused.push(...part.map((item) => ({ item, reason: message })));
    onSettled(part.length);
  }

  /** The error, where the tracker refuses the part for what is in it. */
  async function attempt(part: readonly Item[]): Promise<ApiError | undefined> {
    if (part.length === 0) return undefined;
    try {
      added += await send(part);
    } catch (error) {
      if (isRefusal(error)) return error;
      throw error;
    }
    acknowledged.push(...part);
    onSettled(part.length);
    return undefined;
  }

  async function settle(part: readonly Item[], error: ApiError | undefined): Promise<void> {
    if (error === undefined) return;
    if (error.code === 'provider_not_configured') providerDown = error;
    if (error.code === 'unknown_ids' && idOf !== undefined) {
      const unknown = new Set(error.ids.map(String));
      const rest = part.filter((item) => !unknown.has(idOf(item)));
      if (rest.length < part.length) {
        refuse(
          part.filter((item) => unknown.has(idOf(item))),
          error,
        );
        return settle(rest, await attempt(rest));
      }
    }
    if (part.length === 1 || providerDown !== undefined) return refuse(part, error);

    const halves = [part.slice(0, part.length / 2), part.slice(part.length / 2)];
    const errors = [];
    for (const half of halves) errors.push(await attempt(half));
    if (error.code === 'provider_error' && !errors.includes(undefined)) {
      // Hardly for the sake of an item in each half: the provider itself is in trouble.
      providerDown = error;
      return refuse(part, error);
    }
    for (const [index, half] of halves.entries()) await settle(half, errors[index]);
  }

  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    if (providerDown === undefined) await settle(part, await attempt(part));
    else refuse(part, providerDown);
  }
  return { acknowledged, refused, added };
}
