import { raceAbort } from './deadline.ts';

/** The outcome of shared work, and whether this caller was the one who did it. */
export interface Shared<T> {
  readonly result: T;
  readonly isLeader: boolean;
}

/**
 * Does the same work once for all callers that ask for it at the same time: the first leads, the
 * others share its result or error. If the leader's own `signal` ended the work, the others ask
 * again. A wait ends with the reason of the caller's `signal` when that aborts.
 */
export function createSingleFlight<T>() {
  const inFlight = new Map<string, { work: Promise<T>; signal: AbortSignal }>();

  return async (key: string, signal: AbortSignal, work: () => Promise<T>): Promise<Shared<T>> => {
    for (let leader = inFlight.get(key); leader !== undefined; leader = inFlight.get(key)) {
      const { work: shared, signal: leaderSignal } = leader;
      const outcome = shared.then(
        (result) => ({ result, isLeader: false }),
        (error: unknown) => {
          if (!leaderSignal.aborted) throw error;
        },
      );
      const followed = await raceAbort(signal, outcome);
      if (followed !== undefined) return followed;
    }
    const own = work();
    inFlight.set(key, { work: own, signal });
    try {
      return { result: await own, isLeader: true };
    } finally {
      inFlight.delete(key);
    }
  };
}
