import { endpoints } from '@immersion-tracker/contract';
import { getProviders } from '../../../provider-keys/get-providers.ts';
import { secretsManager } from '../runtime/secrets-manager.ts';
import { serve } from '../runtime/serve.ts';
import { service } from '../runtime/service.ts';

export const handler = serve(
  service,
  endpoints.getProviders,
  getProviders({ secret: secretsManager(service) }),
);
