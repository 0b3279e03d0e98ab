import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretSource } from '../../../kernel/secret.ts';
import { SECRET_NAME } from '../../../settings.ts';
import { cacheSecret } from './cache-secret.ts';
import type { Service } from './service.ts';

/** Shorter than the SDK's defaults, since reading the secret uses up part of the request's time. */
const LIMITS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};

/** The secret in Secrets Manager, cached for `SECRET_TTL_SECONDS`. */
export function secretsManager({ clock, log }: Pick<Service, 'clock' | 'log'>): SecretSource {
  let client: SecretsManagerClient | undefined;
  const read = async () => {
    // Imported when needed: a sync of known items does not call providers, so it needs no keys.
    const sdk = await import('@aws-sdk/client-secrets-manager');
    client ??= new sdk.SecretsManagerClient(LIMITS);
    const command = new sdk.GetSecretValueCommand({ SecretId: SECRET_NAME });
    return (await client.send(command)).SecretString;
  };
  return cacheSecret(read, clock, log);
}
