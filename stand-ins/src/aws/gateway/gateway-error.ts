import type { ResponseType } from './api-schemas.ts';

/** Why API Gateway answers by itself, and what it says unless the template says otherwise. */
export interface GatewayErrorKind {
  /** Undefined for answers that cannot be customised. */
  readonly responseType: ResponseType | undefined;
  readonly status: number;
  /** Value of the header `x-amzn-ErrorType`. */
  readonly errorType: string;
  readonly message: string | null;
}

const MISSING_TOKEN = 'Missing Authentication Token';
const DENIED = 'User is not authorized to access this resource';
const BROKEN = 'Internal server error';

function kind(
  responseType: ResponseType | undefined,
  status: number,
  exception: string,
  message: string | null,
): GatewayErrorKind {
  return { responseType, status, errorType: `${exception}Exception`, message };
}

/** Statuses: developerguide/supported-gateway-response-types. Messages: as callers report them. */
export const GATEWAY_ERRORS = {
  /** Also for paths and methods that do not exist. */
  noToken: kind('MISSING_AUTHENTICATION_TOKEN', 403, 'MissingAuthenticationToken', MISSING_TOKEN),
  unauthorized: kind('UNAUTHORIZED', 401, 'Unauthorized', 'Unauthorized'),
  accessDenied: kind('ACCESS_DENIED', 403, 'AccessDenied', DENIED),
  explicitDeny: kind('ACCESS_DENIED', 403, 'AccessDenied', `${DENIED} with an explicit deny`),
  /** The authorizer threw, or returned no policy: github.com/serverless/examples/issues/305. */
  badAuthorizer: kind('AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfiguration', null),
  timeout: kind('INTEGRATION_TIMEOUT', 504, 'InternalServerError', 'Endpoint request timed out'),
  /** The function failed, or its result is not a proxy response. No type of its own is documented. */
  badGateway: kind('DEFAULT_5XX', 502, 'InternalServerError', BROKEN),
  /** API Gateway has no permission to invoke the function. */
  mayNotInvoke: kind('API_CONFIGURATION_ERROR', 500, 'InternalServerError', BROKEN),
  /** The event is more than Lambda takes. */
  eventTooLarge: kind('REQUEST_TOO_LARGE', 413, 'RequestEntityTooLarge', 'Request Too Long'),
  /** More than 10 MB. Cannot be customised: developerguide/api-gateway-known-issues. */
  requestTooLarge: kind(undefined, 413, 'RequestTooLarge', 'Request Too Long'),
  /** No status is documented for it; RFC 6585, section 5, has this one. */
  headersTooLarge: kind(
    undefined,
    431,
    'RequestHeaderFieldsTooLarge',
    'Request Header Fields Too Large',
  ),
  /** There is no such stage. */
  forbidden: kind(undefined, 403, 'Forbidden', 'Forbidden'),
};

/** Thrown when the gateway gives up on a request. */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind;

  /** `reason` is for whoever reads the emulation's log; callers never see it. */
  constructor(kind: GatewayErrorKind, reason?: string) {
    super(reason ?? `${kind.message}`);
    this.kind = kind;
  }
}
