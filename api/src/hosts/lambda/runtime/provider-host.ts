import { createProviderHost, type ProviderHost } from '../../../providers/provider-host.ts';
import { secretsManager } from './secrets-manager.ts';
import type { Service } from './service.ts';

export const providerHost = (service: Service): ProviderHost =>
  createProviderHost({ ...service, secret: secretsManager(service) });
