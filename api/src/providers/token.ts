import type { Clock } from '../kernel/clock.ts';
import { type Deadline, deadlineIn, raceAbort } from '../kernel/deadline.ts';
import { providerError } from './provider-error.ts';
import type { ProviderAnswer } from './send-with-retries.ts';

/** Milliseconds before its end at which a token is renewed. */
const RENEW_EARLY_MS = 60_000;
/** A log-in is shared by requests with deadlines of their own, so it has one of its own too. */
const LOGIN_TIMEOUT_MS = 15_000;

export interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Sends with an `Authorization` header, after a log-in if there is no token, and once more with a new
 * token after a 401. A second 401 is the answer: the credentials are at fault.
 */
export type SendWithToken<Credentials> = (
  credentials: Credentials,
  deadline: Deadline,
  send: (headers: { Authorization: string }) => Promise<ProviderAnswer>,
) => Promise<ProviderAnswer>;

/** Keeps one provider's token for its lifetime. Callers that need one at once share one log-in. */
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

    // Another caller may have renewed it already.
    if (cached?.value === first) cached = undefined;
    return send({ Authorization: `Bearer ${await token(credentials, deadline)}` });
  };
}
