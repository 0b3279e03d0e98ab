import pLimit from 'p-limit';
import { within } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import { createSharing } from '../kernel/single-flight.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';
import { lateReason, noAnswer } from './provider-error.ts';
import type { Exchange, ProviderAnswer, ProviderRequest } from './send-with-retries.ts';

/** Milliseconds before the first retry. */
const BACKOFF_MS = 300;

/** Without `backoffMs`, that of `BACKOFF_MS`. */
export type ProviderHttpOptions = Omit<Exchange, 'backoffMs'> & Partial<Exchange>;

/** HTTP to one provider. All its errors are `PublicError`s without key, token or URL. */
export interface ProviderHttp {
  /**
   * Sends with time-outs, and retries of 429, 5xx, lost connections and successes without JSON.
   * The same GET that several callers want at once is sent once, and no more than
   * `PROVIDER_CONCURRENCY` requests are under way at once.
   */
  send(request: ProviderRequest): Promise<ProviderAnswer>;
}

/** Loads what exchanges, with the whole of `fetch`, when the first provider is asked. */
async function exchangeBy(options: Exchange, request: ProviderRequest): Promise<ProviderAnswer> {
  const { exchange } = await import('./send-with-retries.ts');
  return exchange(request, options);
}

export function createProviderHttp(options: ProviderHttpOptions): ProviderHttp {
  const { provider } = options;
  const sharing = createSharing<ProviderAnswer>();
  const limited = pLimit(PROVIDER_CONCURRENCY);

  /** Waits for a turn no longer than the request may take. */
  async function inTurn(request: ProviderRequest): Promise<ProviderAnswer> {
    let started: Promise<ProviderAnswer> | undefined;
    const turn = limited(() => {
      request.deadline.signal.throwIfAborted();
      started = exchangeBy({ backoffMs: BACKOFF_MS, ...options }, request);
      return started;
    });
    try {
      return await within(request.deadline, turn);
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
        return (await sharing(key, deadline.signal, () => inTurn(request))).result;
      } catch (error) {
        if (error instanceof PublicError) throw error;
        throw noAnswer(provider, lateReason(error), deadline);
      }
    },
  };
}
