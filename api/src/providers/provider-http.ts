import pLimit from 'p-limit';
import { raceAbort } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import { createSingleFlight } from '../kernel/single-flight.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';
import { lateReason, noAnswerError } from './provider-error.ts';
import type { ProviderAnswer, ProviderHttpOptions, ProviderRequest } from './send-with-retries.ts';

/** HTTP to one provider. All its errors are `PublicError`s without key, token or URL. */
export interface ProviderHttp {
  /**
   * Sends with time-outs, and retries of 429, 5xx, lost connections and successes without JSON.
   * The same GET that several callers want at once is sent once, and no more than
   * `PROVIDER_CONCURRENCY` requests are under way at once.
   */
  send(request: ProviderRequest): Promise<ProviderAnswer>;
}

export function createProviderHttp(options: ProviderHttpOptions): ProviderHttp {
  const singleFlight = createSingleFlight<ProviderAnswer>();
  const limited = pLimit(PROVIDER_CONCURRENCY);

  /** Waits for a turn no longer than the request may take. */
  async function inTurn(request: ProviderRequest): Promise<ProviderAnswer> {
    const { signal } = request.deadline;
    let started: Promise<ProviderAnswer> | undefined;
    const turn = limited(() => {
      signal.throwIfAborted();
      // Not before a provider is asked: it brings along the whole of `fetch`.
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
