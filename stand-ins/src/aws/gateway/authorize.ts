import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { Functions } from '../functions/functions.ts';
import { evaluatePolicy, policyDocument } from '../template/policy.ts';
import type { ApiMethod, Authorizer, RestApi } from './api.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';
import type { RequestHead } from './gateway-request.ts';
import { type AuthorizerContext, authorizerEvent, methodArn } from './proxy-event.ts';

/** developerguide/api-gateway-lambda-authorizer-output. The context cannot contain lists or objects. */
const authorization = z.strictObject({
  principalId: z.string().min(1),
  policyDocument,
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  usageIdentifierKey: z.string().nullish(),
});

type Authorization = z.infer<typeof authorization>;

/** Authorizes a request to a method. Throws `GatewayError`; returns the context for the method's function. */
export type Authorize = (
  method: ApiMethod,
  request: RequestHead,
) => Promise<AuthorizerContext | undefined>;

/** `now`, in milliseconds, decides when cached results of authorizers expire. */
export function createAuthorize(api: RestApi, functions: Functions, now: () => number): Authorize {
  const cache = new Map<string, { readonly answer: Authorization; readonly until: number }>();

  async function ask(
    authorizer: Authorizer,
    method: ApiMethod,
    request: RequestHead,
  ): Promise<Authorization> {
    const identity = identityOf(authorizer, request);
    if (identity === undefined) throw new GatewayError(GATEWAY_ERRORS.unauthorized);
    // Only the identity is the key, so a result for one method is used for all methods.
    const key = JSON.stringify([authorizer.id, ...identity]);
    const cached = cache.get(key);
    if (cached !== undefined && now() < cached.until) return cached.answer;

    const answer = await invoke(authorizer, method, request);
    const ttl = authorizer.AuthorizerResultTtlInSeconds * 1000;
    if (ttl > 0) cache.set(key, { answer, until: now() + ttl });
    return answer;
  }

  async function invoke(
    authorizer: Authorizer,
    method: ApiMethod,
    request: RequestHead,
  ): Promise<Authorization> {
    const { AuthorizerUri } = authorizer;
    if (!api.mayInvoke(AuthorizerUri, `authorizers/${authorizer.id}`)) {
      throw new GatewayError(GATEWAY_ERRORS.badAuthorizer, 'no permission to invoke it');
    }
    const result = await functions.invoke(AuthorizerUri, authorizerEvent({ api, method }, request));
    if (result.kind === 'failed') {
      const kind =
        result.errorMessage === 'Unauthorized'
          ? GATEWAY_ERRORS.unauthorized
          : GATEWAY_ERRORS.badAuthorizer;
      throw new GatewayError(kind, result.errorMessage);
    }
    const parsed = jsonText(authorization).safeParse(result.payload);
    if (parsed.success) return parsed.data;
    throw new GatewayError(GATEWAY_ERRORS.badAuthorizer, z.prettifyError(parsed.error));
  }

  return async (method, request) => {
    if (method.authorizer === undefined) return undefined;
    const start = now();
    const answer = await ask(method.authorizer, method, request);
    const { principalId, policyDocument, context } = answer;
    const resource = methodArn({ api, method });
    const decision = evaluatePolicy(policyDocument.Statement, 'execute-api:Invoke', resource);
    if (decision === 'denied explicitly') throw new GatewayError(GATEWAY_ERRORS.explicitDeny);
    if (decision === 'denied implicitly') throw new GatewayError(GATEWAY_ERRORS.accessDenied);
    const strings = Object.entries(context ?? {}).map(([name, value]) => [name, `${value}`]);
    return { ...Object.fromEntries(strings), principalId, integrationLatency: now() - start };
  };
}

/**
 * The values of the headers that identify a caller, or undefined if one is missing or empty. API Gateway then does
 * not invoke the authorizer at all (API reference of CreateAuthorizer, `identitySource`).
 */
function identityOf(authorizer: Authorizer, { headers }: RequestHead): string[] | undefined {
  const values = authorizer.IdentitySource.map(
    (wanted) => headers.findLast(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1],
  ).filter((value) => value !== undefined && value !== '');
  return values.length === authorizer.IdentitySource.length
    ? values.flatMap((value) => value ?? [])
    : undefined;
}
