import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import {
  parseSecret,
  type Secret,
  SecretError,
  type SecretSource,
} from '../../../kernel/secret.ts';
import { SECRET_NAME, SECRET_TTL_SECONDS } from '../../../settings.ts';

/** Milliseconds until a failed renewal is tried again. */
const AFTER_FAILURE_MS = 30_000;

/**
 * Caches the secret that `read` returns for `SECRET_TTL_SECONDS`. Concurrent callers share one read.
 * If a later read fails or is not a valid secret, the last valid one stays in use and the error is
 * logged. If the first one fails, it throws. Errors never quote the secret.
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
      log('error', 'the last valid secret stays in use', { error: failure });
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
