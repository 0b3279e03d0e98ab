import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Log } from '../../kernel/log.ts';
import { type Secret, type SecretSource, secretSchema } from '../../kernel/secret.ts';
import { SECRET_NAME, SECRET_TTL_SECONDS } from '../../settings.ts';

/** The secret in Secrets Manager, read at most once in `SECRET_TTL_SECONDS`. */
export function secretsManager(log: Log): SecretSource {
  let provider: Promise<SecretsProvider> | undefined;
  return lastGood(async () => {
    // Not before it is needed: a sync of what is known asks no provider, so needs no key.
    provider ??= openSecretsManager();
    return (await provider).get(SECRET_NAME, { maxAge: SECRET_TTL_SECONDS });
  }, log);
}

async function openSecretsManager(): Promise<SecretsProvider> {
  const { SecretsProvider } = await import('@aws-lambda-powertools/parameters/secrets');
  return new SecretsProvider();
}

/**
 * Parses what `read` gives. Where that fails, or is not a secret (any more), what was read last stays
 * in force, and the log says why; without one it is an error, which quotes nothing of the text.
 */
export function lastGood(
  read: () => Promise<string | Uint8Array | undefined>,
  log: Log,
): SecretSource {
  let good: { readonly text: unknown; readonly secret: Secret } | undefined;
  return async () => {
    try {
      const text = await read();
      if (good?.text !== text || good === undefined) good = { text, secret: parseSecret(text) };
    } catch (error) {
      if (good === undefined) throw error;
      log('error', 'what the secret held before stays in force', { error });
    }
    return good.secret;
  };
}

function parseSecret(text: unknown): Secret {
  const parsed = secretSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${toDotPath(path) || 'content'}: ${message}`,
  );
  throw new Error(`secret ${SECRET_NAME}: ${problems.join('; ')}`);
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(z.string().parse(text));
  } catch {
    // The parser's message quotes the text, which may be a password.
    throw new Error(`secret ${SECRET_NAME}: is not JSON`);
  }
}
