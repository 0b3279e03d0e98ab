import { raceAbort } from './deadline.ts';

/** The result of shared work, and whether this caller did it. */
export interface Shared<T> {
  readonly result: T;
  readonly isLeader: boolean;
}

/**
 * Does work once for all concurrent callers with the same key. The first one leads, and the others
 * share its result or error. If the leader's `signal` ended the work, the others start again. If a
 * waiting caller's own `signal` aborts, it rejects with that signal's reason.
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
