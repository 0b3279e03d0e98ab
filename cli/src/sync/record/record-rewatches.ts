import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import type { AnotherClaim } from '../decide/verdict.ts';
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

/** Gives each viewing a time: now, or one second earlier for each further viewing of a record. */
export function timeRewatches(all: readonly AnotherClaim[], now: number): Rewatch[] {
  const records = Map.groupBy(all, (one) =>
    'first' in one ? one.first.record : (one.original ?? one.recorded.id),
  );
  return [...records].flatMap(([of, viewings]) =>
    viewings.map((another, index) => ({ another, of, watched_at: now - index })),
  );
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
