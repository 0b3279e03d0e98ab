import { within } from './deadline.ts';

/** The outcome of shared work, and whether this caller was the one who did it. */
export interface Shared<T> {
  readonly result: T;
  readonly led: boolean;
}

/**
 * Does the same work once for all callers that ask for it at the same time: the first leads, the
 * others share its result or error. Where the leader's own `signal` ended the work, the others ask
 * again. A wait ends with the reason of the caller's `signal` when that aborts.
 */
export function createSharing<T>() {
  const underWay = new Map<string, { work: Promise<T>; signal: AbortSignal }>();

  return async (key: string, signal: AbortSignal, work: () => Promise<T>): Promise<Shared<T>> => {
    for (let leader = underWay.get(key); leader !== undefined; leader = underWay.get(key)) {
      const { work: led, signal: theirs } = leader;
      const outcome = led.then(
        (result) => ({ result, led: false }),
        (error: unknown) => {
          if (!theirs.aborted) throw error;
        },
      );
      const shared = await within({ signal }, outcome);
      if (shared !== undefined) return shared;
    }
    const own = work();
    underWay.set(key, { work: own, signal });
    try {
      return { result: await own, led: true };
    } finally {
      underWay.delete(key);
    }
  };
}
