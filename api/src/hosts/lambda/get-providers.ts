import { endpoints } from '@immersion-tracker/contract';
import { getProviders } from '../../provider-keys/get-providers.ts';
import { secretsManager } from './secrets-manager.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

export const handler = serve(
  service,
  endpoints.getProviders,
  getProviders({ secret: secretsManager(service) }),
);
