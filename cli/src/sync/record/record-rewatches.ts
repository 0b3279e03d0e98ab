import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import type { AnotherClaim } from '../decide/verdict.ts';
import { oursOf, type Recording } from './recording.ts';
import { joined, type Sent, sendInParts } from './send-in-parts.ts';

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
