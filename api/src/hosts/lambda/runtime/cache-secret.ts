import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import {
  parseSecret,
  type Secret,
  SecretError,
  type SecretSource,
} from '../../../kernel/secret.ts';
import { SECRET_NAME, SECRET_TTL_SECONDS } from '../../../settings.ts';

/** Milliseconds until a secret that could not be read anew is asked for again. */
const AFTER_FAILURE_MS = 30_000;

/**
 * Keeps what `read` gives for `SECRET_TTL_SECONDS`; callers that need it at once share one read. If
 * that fails, or no longer gives a secret, what was read last stays in force, and the log says why;
 * without one it is an error, which quotes nothing of the text.
 */
export function cacheSecret(
  read: () => Promise<string | undefined>,
  clock: Clock,
  log: Log,
): SecretSource {
  let cached: { readonly secret: Secret; readonly until: number } | undefined;
  let inFlight: Promise<Secret> | undefined;

  async function renew(): Promise<Secret> {
    try {
      const secret = parseSecret((await read()) ?? '');
      cached = { secret, until: clock() + SECRET_TTL_SECONDS * 1000 };
    } catch (error) {
      const failure =
        error instanceof SecretError
          ? new Error(`secret ${SECRET_NAME}: ${error.message}`)
          : new Error(`secret ${SECRET_NAME}: cannot be read`, { cause: error });
      if (cached === undefined) throw failure;
      log('error', 'what the secret held before stays in force', { error: failure });
      cached = { ...cached, until: clock() + AFTER_FAILURE_MS };
    }
    return cached.secret;
  }

  return async () => {
    if (cached !== undefined && clock() < cached.until) return cached.secret;
    inFlight ??= renew().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  };
}
