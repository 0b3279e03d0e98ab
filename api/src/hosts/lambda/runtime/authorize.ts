import * as z from 'zod';
import type { Authenticate, Identity } from '../../../auth/authenticate.ts';
import { PublicError } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/log.ts';
import { header } from './header.ts';

/** The parts of a REQUEST authorizer's event that are used here. */
const authorizerEvent = z.object({
  /** `arn:aws:execute-api:region:account:api/stage/METHOD/path` */
  methodArn: z.string().regex(/^arn:[^/]+\/[^/]+\//),
  headers: z.record(z.string(), z.string()).nullable(),
  requestContext: z.object({ requestId: z.string() }),
});

/**
 * Allows users all routes, tokens the GET routes, and everybody else nothing. API Gateway caches these
 * results, but not errors, so this throws only if the credentials could not be checked, for example because
 * the secret is unreadable.
 */
export function authorize(authenticate: Authenticate<undefined>, log: Log) {
  return async (event: unknown) => {
    const { methodArn, headers, requestContext } = authorizerEvent.parse(event);
    const identity = await identityOrNobody(authenticate, header(headers, 'Authorization'));
    const effect = identity === undefined ? 'Deny' : 'Allow';
    log('info', 'authorization', { request_id: requestContext.requestId, effect });
    // API Gateway does not document what it does to other characters.
    const principalId = encodeURIComponent(identity?.user ?? 'nobody');
    const routes = identity?.isReadOnly ? 'GET/*' : '*';
    return { principalId, policyDocument: policy(effect, methodArn, routes) };
  };
}

async function identityOrNobody(
  authenticate: Authenticate<undefined>,
  authorization: string | undefined,
): Promise<Identity | undefined> {
  try {
    return await authenticate(authorization, undefined);
  } catch (error) {
    if (error instanceof PublicError && error.code === 'unauthorized') return undefined;
    throw error;
  }
}

/**
 * A policy for all these routes of the stage, rather than for the one that was asked for: API Gateway
 * caches it by credentials only.
 */
function policy(effect: 'Allow' | 'Deny', methodArn: string, routes: string) {
  const [api, stage] = methodArn.split('/');
  const Resource = `${api}/${stage}/${routes}`;
  return {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource }],
  };
}
