import { createAuthenticate, unpaced } from '../../auth/authenticate.ts';
import { authorize } from './runtime/authorize.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { service } from './runtime/service.ts';

// Each execution environment serves one request at a time.
const authenticate = createAuthenticate(secretsManager(service), unpaced);

export const handler = authorize(authenticate, service.log);
