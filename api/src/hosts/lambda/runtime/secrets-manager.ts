import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretSource } from '../../../kernel/secret.ts';
import { SECRET_NAME } from '../../../settings.ts';
import { cacheSecret } from './cache-secret.ts';
import type { Service } from './service.ts';

/** A read takes a part of a request's own time, so it ends sooner than the SDK would have it. */
const PATIENCE = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};

/** The secret in Secrets Manager, read at most once in `SECRET_TTL_SECONDS`. */
export function secretsManager({ clock, log }: Pick<Service, 'clock' | 'log'>): SecretSource {
  let client: SecretsManagerClient | undefined;
  const read = async () => {
    // Not before it is needed: a sync of what is known asks no provider, so needs no key.
    const sdk = await import('@aws-sdk/client-secrets-manager');
    client ??= new sdk.SecretsManagerClient(PATIENCE);
    const command = new sdk.GetSecretValueCommand({ SecretId: SECRET_NAME });
    return (await client.send(command)).SecretString;
  };
  return cacheSecret(read, clock, log);
}
