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

/**
 * A deadline `ms` milliseconds from now that also ends when `signal` aborts, until it is disposed of. For a signal that
 * outlives requests: of its combinations by `AbortSignal.any`, Node never frees those that are combined again.
 */
export function deadlineBefore(signal: AbortSignal, ms: number): Deadline & Disposable {
  const controller = new AbortController();
  const end = performance.now() + ms;
  const late = new DOMException('The time of the request is over.', 'TimeoutError');
  const timer = setTimeout(() => controller.abort(late), ms).unref();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  return {
    signal: controller.signal,
    remainingMs: () => (controller.signal.aborted ? 0 : Math.max(0, end - performance.now())),
    [Symbol.dispose]() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
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
