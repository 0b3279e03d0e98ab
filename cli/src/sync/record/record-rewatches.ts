import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import type { AnotherClaim } from '../decide/verdict.ts';
import { oursOf } from './ours.ts';
import type { Sent } from './send-in-parts.ts';
import { type Recording, sendUnderBar } from './send-under-bar.ts';

/** Another viewing of a record, at a moment in epoch seconds that is its own. */
export interface Rewatch {
  readonly another: AnotherClaim;
  /** Id of the record. */
  readonly of: string;
  readonly watched_at: number;
}

/** Most of one request. */
const REQUEST_SIZE = 200;

/** The id that a rewatch gets. */
export const rewatchId = ({ of, watched_at }: Rewatch) => rewatchKey(of, watched_at);

/** Gives each a moment: now, and for several viewings of one record a second earlier each. */
export function timeRewatches(all: readonly AnotherClaim[], now: number): Rewatch[] {
  const records = Map.groupBy(all, (one) =>
    'first' in one ? one.first.record : (one.original ?? one.recorded.id),
  );
  return [...records].flatMap(([of, viewings]) =>
    viewings.map((another, index) => ({ another, of, watched_at: now - index })),
  );
}

/** Records rewatches with `POST /rewatch`. */
export async function recordRewatches(
  { tracker, screen, source }: Recording,
  rewatches: readonly Rewatch[],
): Promise<Sent<Rewatch>> {
  const all: Sent<Rewatch>[] = [];
  for (const [watched_at, atOnce] of Map.groupBy(rewatches, (one) => one.watched_at)) {
    const sent = await sendUnderBar(screen, 'Watched again', atOnce, {
      size: REQUEST_SIZE,
      idOf: ({ of }) => of,
      async send(part) {
        const body = { ids: part.map(({ of }) => of), watched_at, source };
        const { added } = await tracker.send(endpoints.rewatch, body);
        return oursOf(tracker, part, added, { idOf: rewatchId, source });
      },
    });
    all.push(sent);
  }
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    refused: all.flatMap(({ refused }) => refused),
  };
}
