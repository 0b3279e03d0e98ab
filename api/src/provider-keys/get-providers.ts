import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { hasKeys, type SecretSource } from '../kernel/secret.ts';

/** `GET /providers`: which providers the tracker has keys for. Whether they are good, it does not ask. */
export function getProviders(deps: {
  readonly secret: SecretSource;
}): Handler<typeof endpoints.getProviders> {
  return async () => {
    const secret = await deps.secret();
    return {
      tvdb: hasKeys(secret, 'tvdb'),
      youtube: hasKeys(secret, 'youtube'),
      spotify: hasKeys(secret, 'spotify'),
    };
  };
}
