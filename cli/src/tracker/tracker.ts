import { ApiError, type Client, createClient } from '@immersion-tracker/contract';
import pRetry from 'p-retry';
import { Failure } from '../errors/failure.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { brokenConnection, connectionFailure } from './connection.ts';

/** The tracker answers within 29 s, which is where API Gateway cuts off; this is for the way. */
const ANSWER_TIMEOUT_MS = 45_000;

/** After the first attempt. Every request may be sent again: the tracker records an item once. */
const RETRIES = 3;

/** Where the tracker is, and who asks. */
export interface Account {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** The API, as the person's own. Failures of the connection and of the sign-in are `Failure`s. */
export interface Tracker extends Pick<Client, 'send'> {
  /** The user whose records these are. The same tracker may have several addresses. */
  readonly account: string;
  /** The present moment by the tracker's clock, in epoch seconds, once it has answered anything. */
  now(): number;
}

/** The tracker does not know this user and password. */
export class WrongCredentials extends Failure {}

/** Asks `account`'s tracker; passing troubles are tried again. `signal` ends requests and waits. */
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
      // A redirect followed would lose the credentials, and make a GET of a POST.
      const answer = await fetch(input, { ...init, redirect: 'manual' });
      if (answer.status >= 300 && answer.status < 400) throw moved(account.address, answer);
      return answer;
    },
  });
  return {
    account: account.user,

    now: () => Math.floor((Date.now() + ahead) / 1000),

    async send(endpoint, body) {
      try {
        return await pRetry(
          () => {
            const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
            return client.send(endpoint, body, { signal: AbortSignal.any([signal, timeout]) });
          },
          { retries: RETRIES, minTimeout: 500, signal, shouldRetry: ({ error }) => passes(error) },
        );
      } catch (error) {
        signal.throwIfAborted();
        throw inWords(error, account.address);
      }
    },
  };
}

function moved(address: string, { headers }: Response): Failure {
  const location = URL.parse(headers.get('Location') ?? '', address)?.origin ?? 'another address';
  return new Failure(
    `${address} sends on to ${printable(location)}. Give that address to: ${COMMAND} login`,
  );
}

/** Whether the same request may well succeed in a moment. */
function passes(error: unknown): boolean {
  if (!(error instanceof ApiError)) return brokenConnection(error);
  // Without a code it is not the tracker that answered, but a gateway or a proxy before it.
  const gateway = error.code === undefined && [429, 502, 503, 504].includes(error.status);
  return gateway || error.code === 'store_unavailable';
}

function inWords(error: unknown, address: string): unknown {
  if (!(error instanceof ApiError)) return connectionFailure(error, address);
  if (error.status === 401) {
    return new WrongCredentials(
      `${address} does not know this user and password. Check them, then run: ${COMMAND} login`,
    );
  }
  if (error.status === 404 && error.code !== 'show_not_found') {
    return new Failure(
      `There is no tracker at ${address}. Change the address with: ${COMMAND} login`,
    );
  }
  if (error.requestId !== undefined) {
    return new Failure(
      printable(
        `${address} failed: ${error.message} (its log tells more, under ${error.requestId})`,
      ),
    );
  }
  return error;
}
