/** The moment by which a request must be answered. */
export interface Deadline {
  /** Aborts at the deadline. */
  readonly signal: AbortSignal;
  /** Milliseconds left, at least 0. */
  remainingMs(): number;
}

/** A deadline `ms` milliseconds from now. Its timer does not keep the process alive. */
export function deadlineIn(ms: number): Deadline {
  const end = performance.now() + ms;
  return {
    signal: AbortSignal.timeout(ms),
    remainingMs: () => Math.max(0, end - performance.now()),
  };
}

/** A deadline that also ends when `signal` aborts. */
export function endingWith(deadline: Deadline, signal: AbortSignal): Deadline {
  return {
    signal: AbortSignal.any([deadline.signal, signal]),
    remainingMs: () => (signal.aborted ? 0 : deadline.remainingMs()),
  };
}

/** The result of `work`. Rejects with the signal's reason if that aborts first. */
export async function raceAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    // Always races `work`, so that its rejection is handled.
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
