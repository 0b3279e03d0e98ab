import { createAuthenticate } from '../../auth/authenticate.ts';
import { authorize } from './runtime/authorize.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { service } from './runtime/service.ts';

export const handler = authorize(createAuthenticate(secretsManager(service)), service.log);
