import { ApiError, type Client, createClient } from '@immersion-tracker/contract';
import pRetry from 'p-retry';
import { Failure } from '../errors/failure.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { brokenConnection, connectionFailure } from './connection.ts';

/** Longer than the 29 s after which API Gateway cuts off the tracker, to allow for slow networks. */
const ANSWER_TIMEOUT_MS = 45_000;

/** After the first attempt. Every request may be repeated, since the tracker records an item only once. */
const RETRIES = 3;

export interface Account {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** The API of the tracker, for one user. Connection and sign-in problems are `Failure`s. */
export interface Tracker extends Pick<Client, 'send'> {
  /** The user's name. The address is not part of it, since one tracker may have several. */
  readonly user: string;
  readonly address: string;
  /** The current time in epoch seconds: by the tracker's clock once it has answered, else by ours. */
  now(): number;
}

export class WrongCredentials extends Failure {}

/** The address is not a tracker's, or that of an earlier version, which lacks this endpoint. */
export class MissingEndpoint extends Failure {}

/** Connects to the tracker of an account. Retries transient errors. `signal` aborts requests and waits. */
export function createTracker(
  account: Account,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Tracker {
  let ahead = 0;
  const client = createClient({
    ...account,
    baseUrl: account.address,
    onDate: (date) => {
      ahead = date - Date.now();
    },
    fetch: async (input, init) => {
      // Following a redirect would drop the credentials, and turn a POST into a GET.
      const answer = await fetch(input, { ...init, redirect: 'manual' });
      if (answer.status >= 300 && answer.status < 400) throw moved(account.address, answer);
      return answer;
    },
  });
  return {
    user: account.user,
    address: account.address,

    now: () => Math.floor((Date.now() + ahead) / 1000),

    async send(endpoint, body) {
      try {
        return await pRetry(
          () => {
            const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
            return client.send(endpoint, body, { signal: AbortSignal.any([signal, timeout]) });
          },
          {
            retries: RETRIES,
            minTimeout: 500,
            signal,
            shouldRetry: ({ error }) => isTransient(error),
          },
        );
      } catch (error) {
        signal.throwIfAborted();
        throw inWords(error, account.address, endpoint.method);
      }
    },
  };
}

function moved(address: string, { headers }: Response): Failure {
  const location = URL.parse(headers.get('Location') ?? '', address)?.origin ?? 'another address';
  return new Failure(
    `${address} redirects to ${printable(location)}. Use that address with: ${COMMAND} login`,
  );
}

/** Whether the same request may succeed in a moment. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof ApiError)) return brokenConnection(error);
  // Errors of the tracker have a code. Without one, a gateway or proxy in front of it answered.
  const gateway = error.code === undefined && [429, 502, 503, 504].includes(error.status);
  return gateway || error.code === 'store_unavailable' || error.code === 'overloaded';
}

function inWords(error: unknown, address: string, method: string): unknown {
  if (!(error instanceof ApiError)) return connectionFailure(error, address);
  if (error.status === 401) {
    const token = method === 'GET' ? '' : ' (a token can only read)';
    return new WrongCredentials(
      `${address} does not accept this user and password${token}. Check them, then run: ${COMMAND} login`,
    );
  }
  if (error.status === 404 && error.code !== 'show_not_found') {
    return new MissingEndpoint(
      `There is no tracker at ${address}. Change the address with: ${COMMAND} login`,
    );
  }
  if (error.requestId !== undefined) {
    return new Failure(
      printable(`${address} failed: ${error.message} (look for ${error.requestId} in its log)`),
    );
  }
  return error;
}
