import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import type { AnotherClaim } from '../decide/verdict.ts';
import type { ViewingOf } from '../viewings/viewing.ts';
import { oursOf, type Recording } from './recording.ts';
import { joined, type Sent, sendInParts } from './send-in-parts.ts';

/** Another viewing of a record. */
export interface Rewatch {
  readonly another: AnotherClaim;
  /** The id of the first viewing. */
  readonly of: string;
  /** In epoch seconds. Unique among the viewings of a record. */
  readonly watched_at: number;
}

/** Rewatches per request. */
const REQUEST_SIZE = 200;

export const rewatchId = ({ of, watched_at }: Rewatch) => rewatchKey(of, watched_at);

/**
 * Gives each viewing its own time, or else the present one, and the second before for each further viewing
 * of a record in the same second: the time is part of a rewatch's id.
 */
export function timeRewatches(
  all: readonly AnotherClaim[],
  now: number,
  viewingOf: ViewingOf,
): Rewatch[] {
  const records = Map.groupBy(all, (one) =>
    'first' in one ? one.first.record : (one.original ?? one.recorded.id),
  );
  return [...records].flatMap(([of, viewings]) => {
    const taken = new Set<number>();
    return viewings.map((another) => {
      let { watched_at = now } = viewingOf(another.claim);
      while (taken.has(watched_at)) watched_at -= 1;
      taken.add(watched_at);
      return { another, of, watched_at };
    });
  });
}

export async function recordRewatches(
  recording: Recording,
  rewatches: readonly Rewatch[],
): Promise<Sent<Rewatch>> {
  const { tracker, screen, source } = recording;
  const all: Sent<Rewatch>[] = [];
  for (const [watched_at, atOnce] of Map.groupBy(rewatches, (one) => one.watched_at)) {
    const send = async (part: readonly Rewatch[]) => {
      const body = { ids: part.map(({ of }) => of), watched_at, source };
      const { added } = await tracker.send(endpoints.rewatch, body);
      return oursOf(recording, part, added, rewatchId);
    };
    const sending = { size: REQUEST_SIZE, send, idOf: ({ of }: Rewatch) => of };
    all.push(await sendInParts(screen, 'Watched again', atOnce, sending));
  }
  return joined(all);
}
