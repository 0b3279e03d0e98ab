import { createAuthenticate } from '../../auth/authenticate.ts';
import { authorize } from './authorize.ts';
import { secretsManager } from './secrets-manager.ts';
import { service } from './service.ts';

export const handler = authorize(createAuthenticate(secretsManager(service)), service.log);
