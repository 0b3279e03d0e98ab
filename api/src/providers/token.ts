import type { Clock } from '../kernel/clock.ts';
import { type Deadline, deadlineIn, raceAbort } from '../kernel/deadline.ts';
import { providerError } from './provider-error.ts';
import type { ProviderAnswer } from './send-with-retries.ts';

/** How many milliseconds before it expires a token is renewed. */
const RENEW_EARLY_MS = 60_000;
/** A log-in has its own time-out, since requests with different deadlines share it. */
const LOGIN_TIMEOUT_MS = 15_000;

export interface Token {
  readonly value: string;
  /** In epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Sends a request with an `Authorization` header. Logs in first if it does not have a valid token.
 * After a 401 it tries once more with a new token, and returns a second 401, which means that the
 * credentials are wrong.
 */
export type SendWithToken<Credentials> = (
  credentials: Credentials,
  deadline: Deadline,
  send: (headers: { Authorization: string }) => Promise<ProviderAnswer>,
) => Promise<ProviderAnswer>;

/** Caches a provider's token for its lifetime. Concurrent callers share one log-in. */
export function withToken<Credentials>(options: {
  readonly provider: string;
  readonly clock: Clock;
  readonly logIn: (credentials: Credentials, deadline: Deadline) => Promise<Token>;
}): SendWithToken<Credentials> {
  const { provider, clock, logIn } = options;
  let cached: Token | undefined;
  let cachedFor: string | undefined;
  let inFlight: Promise<Token> | undefined;

  function startLogin(credentials: Credentials): Promise<Token> {
    const login = logIn(credentials, deadlineIn(LOGIN_TIMEOUT_MS))
      .then((token) => {
        if (inFlight === login) cached = token;
        return token;
      })
      .finally(() => {
        if (inFlight === login) inFlight = undefined;
      });
    return login;
  }

  async function token(credentials: Credentials, deadline: Deadline): Promise<string> {
    const owner = JSON.stringify(credentials);
    if (owner !== cachedFor) {
      cached = undefined;
      inFlight = undefined;
      cachedFor = owner;
    }
    if (cached && cached.expiresAt - RENEW_EARLY_MS > clock()) return cached.value;

    inFlight ??= startLogin(credentials);
    try {
      return (await raceAbort(deadline.signal, inFlight)).value;
    } catch (error) {
      if (!deadline.signal.aborted) throw error;
      throw providerError(provider, 'did not answer the log-in in time; try again later');
    }
  }

  return async (credentials, deadline, send) => {
    const first = await token(credentials, deadline);
    const answer = await send({ Authorization: `Bearer ${first}` });
    if (answer.status !== 401) return answer;

    // Another caller can have renewed it already.
    if (cached?.value === first) cached = undefined;
    return send({ Authorization: `Bearer ${await token(credentials, deadline)}` });
  };
}
