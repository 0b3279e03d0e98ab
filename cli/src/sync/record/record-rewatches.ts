import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import { lookUp } from '../../tracker/look-up.ts';
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

/**
 * Gives each viewing its own time, or else the present one. Viewings of one record need different seconds,
 * since the time is part of their ids, so each gets the latest second that is free.
 */
export async function timeRewatches(
  { tracker, viewingOf }: Pick<Recording, 'tracker' | 'viewingOf'>,
  all: readonly AnotherClaim[],
): Promise<Rewatch[]> {
  const now = tracker.now();
  const taken = new Set<string>();
  const free: Rewatch[] = [];
  let waiting = all.map((another): Rewatch => {
    const of =
      'first' in another ? another.first.record : (another.original ?? another.recorded.id);
    return { another, of, watched_at: viewingOf(another.claim).watched_at ?? now };
  });
  while (waiting.length > 0) {
    const known = await lookUp(tracker, waiting.map(rewatchId));
    const next: Rewatch[] = [];
    for (const one of waiting) {
      const id = rewatchId(one);
      if (known.has(id) || taken.has(id)) next.push({ ...one, watched_at: one.watched_at - 1 });
      else free.push(one);
      taken.add(id);
    }
    waiting = next;
  }
  return free;
}

export async function recordRewatches(
  recording: Recording,
  rewatches: readonly Rewatch[],
): Promise<Sent<Rewatch>> {
  const { tracker, source } = recording;
  const all: Sent<Rewatch>[] = [];
  for (const [watched_at, atOnce] of Map.groupBy(rewatches, (one) => one.watched_at)) {
    const send = async (part: readonly Rewatch[]) => {
      const body = { ids: part.map(({ of }) => of), watched_at, source };
      const { added } = await tracker.send(endpoints.rewatch, body);
      return oursOf(recording, part, added, rewatchId);
    };
    const sending = { size: REQUEST_SIZE, send, idOf: ({ of }: Rewatch) => of };
    all.push(await sendInParts(recording, 'Watched again', atOnce, sending));
  }
  return joined(all);
}
