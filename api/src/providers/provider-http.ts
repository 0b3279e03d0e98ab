import pLimit from 'p-limit';
import { raceAbort } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import { createSingleFlight } from '../kernel/single-flight.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';
import { lateReason, noAnswerError } from './provider-error.ts';
import type { ProviderAnswer, ProviderHttpOptions, ProviderRequest } from './send-with-retries.ts';

/** HTTP to one provider. Throws only `PublicError`s, which never contain a key, token or URL. */
export interface ProviderHttp {
  /**
   * Sends a request with a time-out. Retries 429, 5xx, lost connections and successes that are not JSON.
   * Concurrent callers with the same GET share one call. At most `PROVIDER_CONCURRENCY` requests are in
   * flight.
   */
  send(request: ProviderRequest): Promise<ProviderAnswer>;
}

export function createProviderHttp(options: ProviderHttpOptions): ProviderHttp {
  const singleFlight = createSingleFlight<ProviderAnswer>();
  const limited = pLimit(PROVIDER_CONCURRENCY);

  /** Waits for a free slot, until the request's deadline. */
  async function inTurn(request: ProviderRequest): Promise<ProviderAnswer> {
    const { signal } = request.deadline;
    let started: Promise<ProviderAnswer> | undefined;
    const turn = limited(() => {
      signal.throwIfAborted();
      // Imported when needed, since it loads all of `fetch`.
      started = import('./send-with-retries.ts').then(({ sendWithRetries }) =>
        sendWithRetries(request, options),
      );
      return started;
    });
    try {
      return await raceAbort(signal, turn);
    } catch (error) {
      if (started === undefined) throw error;
      return started;
    }
  }

  return {
    async send(request) {
      const { method = 'GET', path, query, headers, deadline } = request;
      try {
        if (method !== 'GET') return await inTurn(request);
        const key = JSON.stringify([path, query, headers]);
        return (await singleFlight(key, deadline.signal, () => inTurn(request))).result;
      } catch (error) {
        if (error instanceof PublicError) throw error;
        throw noAnswerError(options.provider, lateReason(error), deadline);
      }
    },
  };
}
