import pLimit from 'p-limit';
import { PROVIDER_CONCURRENCY } from '../settings.ts';
import { type Deadline, within } from './deadline.ts';
import { PublicError } from './errors.ts';
import type { Log } from './log.ts';
import { lateReason, providerError } from './provider-error.ts';
import { createSharing } from './share.ts';

/** Milliseconds before the first retry. */
const BACKOFF_MS = 300;

export interface ProviderRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or form-encoded where it is `URLSearchParams`. */
  readonly body?: Readonly<Record<string, string>> | URLSearchParams;
  readonly deadline: Deadline;
}

/** Any answer but 429 and 5xx. `json` is undefined where a refusal's body is not JSON. */
export interface ProviderAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
}

/** HTTP to one provider. All its errors are `PublicError`s without key, token or URL. */
export interface ProviderHttp {
  /**
   * Sends with time-outs, and retries of 429, 5xx, lost connections and successes without JSON.
   * The same GET that several callers want at once is sent once, and no more than
   * `PROVIDER_CONCURRENCY` requests are under way at once.
   */
  send(request: ProviderRequest): Promise<ProviderAnswer>;
}

export interface ProviderHttpOptions {
  /** The provider's name, as messages give it. */
  readonly provider: string;
  /** Origin, without a path. */
  readonly baseUrl: string;
  readonly log: Log;
  /** Milliseconds before the first retry; doubled for each further one. */
  readonly backoffMs?: number;
}

/** Loads what exchanges, with the whole of `fetch`, when the first provider is asked. */
async function exchangeBy(
  options: Required<ProviderHttpOptions>,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { exchange } = await import('./provider-exchange.ts');
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
        throw providerError(provider, `${lateReason(error)}; try again later`);
      }
    },
  };
}
