import { ACCOUNT_ID, arn, REGION } from '../template/account.ts';
import type { ApiMethod, RestApi } from './api.ts';
import type { GatewayRequest, RequestHead } from './gateway-request.ts';

/** The principal and context of an authorizer's result, as functions get them. */
export type AuthorizerContext = Readonly<Record<string, string | number>>;

interface MatchedMethod {
  readonly api: RestApi;
  readonly method: ApiMethod;
}

/** The ARN of a method, as in the policies of authorizers. */
export function methodArn({ api, method }: MatchedMethod): string {
  return arn('execute-api', `${api.id}/${methodSource({ api, method })}`);
}

/** The part after the API's id in the `SourceArn` of a permission to invoke a function. */
export function methodSource({ api, method }: MatchedMethod): string {
  return `${api.stage}/${method.httpMethod}${method.path}`;
}

/** A function's event: developerguide/set-up-lambda-proxy-integrations, "Input format". */
export function proxyEvent(
  route: MatchedMethod,
  request: GatewayRequest,
  authorizer: AuthorizerContext | undefined,
) {
  const { requestContext, ...event } = commonEvent(route, request);
  return {
    ...event,
    requestContext: { ...requestContext, ...(authorizer && { authorizer }) },
    body: request.body,
    isBase64Encoded: false,
  };
}

/** A REQUEST authorizer's event, without the body: developerguide/api-gateway-lambda-authorizer-input. */
export function authorizerEvent(route: MatchedMethod, request: RequestHead) {
  return { type: 'REQUEST', methodArn: methodArn(route), ...commonEvent(route, request) };
}

function commonEvent({ api, method }: MatchedMethod, request: RequestHead) {
  return {
    resource: method.path,
    path: request.path.slice(api.stage.length + 1) || '/',
    httpMethod: request.method,
    ...maps('headers', 'multiValueHeaders', request.headers),
    ...maps('queryStringParameters', 'multiValueQueryStringParameters', [...request.query]),
    pathParameters: null,
    stageVariables: null,
    requestContext: requestContext({ api, method }, request),
  };
}

/** Two maps: of each name to its last value, and to all its values. Both are null if there are no pairs. */
function maps(single: string, multiple: string, pairs: readonly (readonly [string, string])[]) {
  if (pairs.length === 0) return { [single]: null, [multiple]: null };
  const all: Record<string, string[]> = {};
  for (const [name, value] of pairs) all[name] = [...(all[name] ?? []), value];
  return { [single]: Object.fromEntries(pairs), [multiple]: all };
}

function requestContext({ api, method }: MatchedMethod, request: RequestHead) {
  const time = new Date(request.time);
  return {
    accountId: ACCOUNT_ID,
    apiId: api.id,
    deploymentId: api.deploymentId,
    domainName: `${api.id}.execute-api.${REGION}.amazonaws.com`,
    domainPrefix: api.id,
    extendedRequestId: request.extendedRequestId,
    httpMethod: request.method,
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: request.sourceIp,
      user: null,
      userAgent: userAgent(request),
      userArn: null,
    },
    path: request.path,
    protocol: 'HTTP/1.1',
    requestId: request.requestId,
    requestTime: commonLogTime(time),
    requestTimeEpoch: request.time,
    resourceId: method.resourceId,
    resourcePath: method.path,
    stage: api.stage,
  };
}

function userAgent({ headers }: RequestHead): string | null {
  return headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null;
}

/** Such as `09/Apr/2015:12:34:56 +0000`. */
function commonLogTime(time: Date): string {
  const [, day, month, year, clock] = time.toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}
