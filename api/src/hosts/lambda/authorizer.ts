import { createAuthenticate } from '../../auth/authenticate.ts';
import { authorize } from './authorize.ts';
import { secretsManager } from './secrets-manager.ts';
import { service } from './service.ts';

const { log } = service;

export const handler = authorize(createAuthenticate(secretsManager(log)), log);
