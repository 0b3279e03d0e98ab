import type { ApiError } from '@immersion-tracker/contract';
import { isOfProvider, isRefusal } from './refusal.ts';

/** What came of sending: each item was part of a request with an answer, or is refused. */
export interface Answered<Item, Answer> {
  readonly answers: readonly { readonly part: readonly Item[]; readonly answer: Answer }[];
  readonly refused: readonly {
    readonly item: Item;
    readonly error: ApiError;
    /** Whether the provider rejects every request at the moment, so that further items were not sent. */
    readonly providerIsDown: boolean;
  }[];
}

/**
 * After this many failures in a row, each with fewer items, the provider itself must be at fault, so it is
 * no longer asked.
 */
const FAILURES_OF_A_PROVIDER_DOWN = 8;

interface Sending<Item, Answer> {
  readonly send: (items: readonly Item[]) => Promise<Answer>;
  /** Which items a refusal names, if it does. By default, it names none. */
  readonly namedBy?: (error: ApiError, part: readonly Item[]) => readonly Item[];
}

/** Shows how many items are settled. */
export interface ItemBar {
  advance(by: number): void;
  end(): void;
}

/**
 * Sends parts, one request each. The tracker accepts a request as a whole or not at all. If it refuses one,
 * this finds the items at fault and sends the others without them: those that the refusal names, else it
 * splits the request. Rejects if the items are not at fault. Advances the bar, and ends it.
 */
export async function sendParts<Item, Answer>(
  parts: Iterable<readonly Item[]>,
  { send, namedBy = () => [] }: Sending<Item, Answer>,
  bar?: ItemBar,
): Promise<Answered<Item, Answer>> {
  const answers: { part: readonly Item[]; answer: Answer }[] = [];
  const refused: { item: Item; error: ApiError; providerIsDown: boolean }[] = [];
  let failuresInARow = 0;
  let providerDown: ApiError | undefined;

  function refuse(part: readonly Item[], error: ApiError): void {
    const providerIsDown = providerDown !== undefined;
    for (const item of part) refused.push({ item, error, providerIsDown });
    bar?.advance(part.length);
  }

  /** Resolves with the error if the tracker refuses the part, or if the provider is down. */
  async function attempt(part: readonly Item[]): Promise<ApiError | undefined> {
    if (part.length === 0 || providerDown !== undefined) return providerDown;
    try {
      answers.push({ part, answer: await send(part) });
      bar?.advance(part.length);
      failuresInARow = 0;
      return undefined;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      failuresInARow = error.code === 'provider_error' ? failuresInARow + 1 : 0;
      const isDown = isOfProvider(error) || failuresInARow >= FAILURES_OF_A_PROVIDER_DOWN;
      if (isDown) providerDown ??= error;
      return error;
    }
  }

  async function settle(part: readonly Item[], error: ApiError | undefined): Promise<void> {
    if (error === undefined) return;
    const named = new Set(namedBy(error, part));
    if (named.size > 0) {
      refuse([...named], error);
      const rest = part.filter((item) => !named.has(item));
      return settle(rest, await attempt(rest));
    }
    if (part.length === 1 || providerDown !== undefined) return refuse(part, error);
    const middle = Math.floor(part.length / 2);
    const halves = [part.slice(0, middle), part.slice(middle)];
    // Try both halves before splitting either: with one bad item, each level then has a success.
    const errors = [];
    for (const half of halves) errors.push(await attempt(half));
    for (const [index, half] of halves.entries()) await settle(half, errors[index]);
  }

  try {
    for (const part of parts) await settle(part, await attempt(part));
  } finally {
    bar?.end();
  }
  return { answers, refused };
}

/** Takes the ids of a 422, which `idOf` an item can be. */
export const namedById =
  <Item>(idOf: (item: Item) => string) =>
  ({ code, ids }: ApiError, part: readonly Item[]): readonly Item[] => {
    const unknown = new Set(code === 'unknown_ids' ? ids.map(String) : []);
    return part.filter((item) => unknown.has(idOf(item)));
  };
