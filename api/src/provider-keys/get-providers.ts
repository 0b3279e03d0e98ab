import { type endpoints, fromEntries, providers } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { hasKeys, type SecretSource } from '../kernel/secret.ts';

/** `GET /providers`: which providers the tracker has keys for. It does not check whether they work. */
export function getProviders(deps: {
  readonly secret: SecretSource;
}): Handler<typeof endpoints.getProviders> {
  return async () => {
    const secret = await deps.secret();
    return fromEntries(providers.map((provider) => [provider.id, hasKeys(secret, provider)]));
  };
}
