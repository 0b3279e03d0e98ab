import { storeBusy } from '../store/unavailable.ts';

/** Ends work that gets nowhere, however often each of its calls is tried again. */
interface Patience {
  /** Aborts with the caller's, or when the patience has come to its end. */
  readonly signal: AbortSignal;
  /** Something was done: the time begins anew. */
  renew(): void;
  /** Throws what is to be said of the work's error. */
  explain(error: unknown): never;
  /** Also ends calls that are still under way, after another one has failed. */
  end(): void;
}

export function createPatience(signal: AbortSignal, milliseconds: number): Patience {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), milliseconds);
  return {
    signal: AbortSignal.any([signal, late.signal]),
    renew: () => void timer.refresh(),
    explain(error) {
      if (!late.signal.aborted) throw error;
      throw storeBusy(
        `took nothing for ${milliseconds / 1000} seconds; it may be throttled`,
        error,
      );
    },
    end() {
      clearTimeout(timer);
      late.abort();
    },
  };
}
