import * as z from 'zod';
import type { Authenticate } from '../../../auth/authenticate.ts';
import { PublicError } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/log.ts';
import { header } from './header.ts';

/** What a REQUEST authorizer needs of its event. */
const authorizerEvent = z.object({
  /** `arn:aws:execute-api:region:account:api/stage/METHOD/path` */
  methodArn: z.string().regex(/^arn:[^/]+\/[^/]+\//),
  headers: z.record(z.string(), z.string()).nullable(),
  requestContext: z.object({ requestId: z.string() }),
});

/**
 * Allows users everything and denies everything to anybody else. Only what says nothing about the
 * credentials, such as a secret that cannot be read, is thrown, so that API Gateway keeps every answer.
 */
export function authorize(authenticate: Authenticate, log: Log) {
  return async (event: unknown) => {
    const { methodArn, headers, requestContext } = authorizerEvent.parse(event);
    const user = await userOrNobody(authenticate, header(headers, 'Authorization'));
    const effect = user === undefined ? 'Deny' : 'Allow';
    log('info', 'authorization', { request_id: requestContext.requestId, effect });
    // What API Gateway does to other characters is not documented.
    const principalId = encodeURIComponent(user ?? 'nobody');
    return { principalId, policyDocument: policy(effect, methodArn) };
  };
}

async function userOrNobody(
  authenticate: Authenticate,
  authorization: string | undefined,
): Promise<string | undefined> {
  try {
    return await authenticate(authorization);
  } catch (error) {
    if (error instanceof PublicError && error.code === 'unauthorized') return undefined;
    throw error;
  }
}

/**
 * A policy for every route of the stage: API Gateway keeps it by the credentials alone, so one for the
 * method at hand would be the answer to all other methods too.
 */
function policy(effect: 'Allow' | 'Deny', methodArn: string) {
  const [api, stage] = methodArn.split('/');
  const Resource = `${api}/${stage}/*`;
  return {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource }],
  };
}
