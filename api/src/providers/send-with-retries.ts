import { BodyTooLargeError, readText, shapeOf } from '@immersion-tracker/contract';
import ky, { isHTTPError } from 'ky';
import type { Deadline } from '../kernel/deadline.ts';
import type { PublicError } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import { lateReason, noAnswerError, providerBlocked, providerError } from './provider-error.ts';

/** Milliseconds per attempt. Three attempts fit a request's deadline. */
const ATTEMPT_TIMEOUT_MS = 8_000;
/**
 * Maximum size of a response. The largest ones, with 50 videos or podcast episodes and their descriptions, have
 * a few hundred KB.
 */
const RESPONSE_LIMIT_MB = 4;
/** Maximum shape of a response. The largest ones have a few thousand fields, ten levels deep. */
const SHAPE_LIMIT = { depth: 50, parts: 100_000 };
/** Retries, if attempts fail before their time-out. */
const RETRIES = 3;
/** Messages say how long to wait, unless it is longer than a day. */
const LONGEST_WAIT_SHOWN_MS = 24 * 60 * 60 * 1000;
/** A wait of an hour or more means that the account's quota is used up. */
const SPENT_QUOTA_WAIT_MS = 60 * 60 * 1000;
/** Statuses with a Retry-After (RFC 9110, section 10.2.3). */
const WITH_RETRY_AFTER = [429, 503];

export interface ProviderRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or form-encoded if it is `URLSearchParams`. */
  readonly body?: Readonly<Record<string, string>> | URLSearchParams;
  readonly deadline: Deadline;
}

/** Any response except 429 and 5xx. `json` is undefined if the body is not JSON, as in some refusals. */
export interface ProviderAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
}

export interface ProviderHttpOptions {
  /** The provider's name, for messages. */
  readonly provider: string;
  /** Origin, without a path. */
  readonly baseUrl: string;
  readonly log: Log;
  /** Milliseconds before the first retry, doubled for each further one. Defaults to 300. */
  readonly backoffMs?: number;
}

/** Sends a request with its retries. Logs a failure, and throws it as a 502. */
export async function sendWithRetries(
  request: ProviderRequest,
  { provider, baseUrl, log, backoffMs = 300 }: ProviderHttpOptions,
): Promise<ProviderAnswer> {
  const { method = 'GET', path, deadline } = request;
  const about = { provider, method, path };
  try {
    const response = await ky(new URL(path, baseUrl), {
      method,
      ...(request.query && { searchParams: request.query }),
      ...(request.headers && { headers: request.headers }),
      ...bodyOption(request.body),
      fetch: fetchWhole,
      // Keys and tokens must not reach another origin.
      redirect: 'manual',
      signal: deadline.signal,
      timeout: ATTEMPT_TIMEOUT_MS,
      throwHttpErrors: (status) => status === 429 || status >= 500,
      retry: {
        limit: RETRIES,
        methods: ['get', 'post'],
        statusCodes: WITH_RETRY_AFTER,
        afterStatusCodes: WITH_RETRY_AFTER,
        retryOnTimeout: true,
        jitter: (delay) => delay * (0.75 + Math.random() / 2),
        delay: (attempt) => backoffMs * 2 ** (attempt - 1),
        shouldRetry: ({ error }) => isWorthRetrying(error, deadline),
      },
      hooks: {
        beforeRetry: [
          ({ error, retryCount }) => {
            const reason = reasonOf(error);
            log('warn', 'provider call retried', { ...about, retry: retryCount, reason });
          },
        ],
      },
    });
    const text = await response.text();
    return { status: response.status, json: parseJson(text), text };
  } catch (error) {
    log('error', 'provider call failed', { ...about, reason: reasonOf(error) });
    if (isHTTPError(error) && error.response.status === 429) {
      throw rateLimited(provider, retryAfterMs(error.response));
    }
    if (error instanceof BodyTooLargeError || error instanceof TooElaborateError) {
      throw providerError(provider, reasonOf(error));
    }
    throw noAnswerError(provider, reasonOf(error), deadline);
  }
}

/** A success whose body is not JSON, such as a gateway's page (thetvdb/v4-api#336). */
class NotJsonError extends Error {}

/** A body that would keep `JSON.parse` busy, and every other request waiting. */
class TooElaborateError extends Error {}

// Reads the body within the attempt, so that time-out and retries also cover a body that stalls.
async function fetchWhole(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, init);
  const text = await readText(response, RESPONSE_LIMIT_MB * 1_000_000);
  const { depth, parts } = shapeOf(text);
  if (depth > SHAPE_LIMIT.depth || parts > SHAPE_LIMIT.parts) throw new TooElaborateError();
  if (response.ok && parseJson(text) === undefined) throw new NotJsonError();
  return new Response(text === '' ? null : text, response);
}

function bodyOption(body: ProviderRequest['body']) {
  if (body === undefined) return {};
  return body instanceof URLSearchParams ? { body } : { json: body };
}

/**
 * True for 429, 5xx and successes that are not JSON, if the wait fits the deadline. Undefined leaves
 * the decision to ky.
 */
function isWorthRetrying(error: Error, deadline: Deadline): boolean | undefined {
  if (deadline.signal.aborted) return false;
  if (isHTTPError(error)) {
    const { response } = error;
    // Not Implemented is permanent.
    if (response.status === 501) return false;
    const wait = WITH_RETRY_AFTER.includes(response.status) ? retryAfterMs(response) : undefined;
    // True keeps ky from sleeping for as long as RateLimit-Reset and similar headers say.
    if (wait === undefined) return true;
    return wait < deadline.remainingMs() ? undefined : false;
  }
  return error instanceof NotJsonError ? true : undefined;
}

/** Retry-After in milliseconds from now. Undefined if missing, or not in a format of RFC 9110. */
function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Date.parse finds a year in almost any text with a number.
  const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function rateLimited(provider: string, waitMs: number | undefined): PublicError {
  const isShown = waitMs !== undefined && waitMs <= LONGEST_WAIT_SHOWN_MS;
  const wait = isShown ? `in ${Math.ceil(waitMs / 1000)} s` : 'later';
  const error = (waitMs ?? 0) < SPENT_QUOTA_WAIT_MS ? providerError : providerBlocked;
  return error(provider, `limits the rate of requests; try again ${wait}`);
}

function reasonOf(error: unknown): string {
  if (isHTTPError(error)) return `failed with status ${error.response.status}`;
  if (error instanceof NotJsonError) return 'sent a response that is not JSON';
  if (error instanceof BodyTooLargeError) {
    return `sent a response of more than ${RESPONSE_LIMIT_MB} MB`;
  }
  if (error instanceof TooElaborateError) return 'sent a response with too many parts';
  return lateReason(error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
