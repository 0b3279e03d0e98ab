import type { ResponseType } from './api-schemas.ts';

/** An error that API Gateway answers itself, with its default answer. */
export interface GatewayErrorKind {
  /** Undefined if the answer cannot be customised. */
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

/** Statuses: developerguide/supported-gateway-response-types. Messages: as users report them. */
export const GATEWAY_ERRORS = {
  /** Also for paths and methods that do not exist. */
  noToken: kind('MISSING_AUTHENTICATION_TOKEN', 403, 'MissingAuthenticationToken', MISSING_TOKEN),
  unauthorized: kind('UNAUTHORIZED', 401, 'Unauthorized', 'Unauthorized'),
  accessDenied: kind('ACCESS_DENIED', 403, 'AccessDenied', DENIED),
  explicitDeny: kind('ACCESS_DENIED', 403, 'AccessDenied', `${DENIED} with an explicit deny`),
  /** The authorizer threw or did not return a policy: github.com/serverless/examples/issues/305. */
  badAuthorizer: kind('AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfiguration', null),
  timeout: kind('INTEGRATION_TIMEOUT', 504, 'InternalServerError', 'Endpoint request timed out'),
  /** The function failed, or its result is not a proxy response. A more specific type is not documented. */
  badGateway: kind('DEFAULT_5XX', 502, 'InternalServerError', BROKEN),
  /** API Gateway does not have permission to invoke the function. */
  mayNotInvoke: kind('API_CONFIGURATION_ERROR', 500, 'InternalServerError', BROKEN),
  /** The event is larger than Lambda accepts. */
  eventTooLarge: kind('REQUEST_TOO_LARGE', 413, 'RequestEntityTooLarge', 'Request Too Long'),
  /** The body is larger than 10 MB. Cannot be customised: developerguide/api-gateway-known-issues. */
  requestTooLarge: kind(undefined, 413, 'RequestTooLarge', 'Request Too Long'),
  /** AWS does not document the status; this one is from RFC 6585, section 5. */
  headersTooLarge: kind(
    undefined,
    431,
    'RequestHeaderFieldsTooLarge',
    'Request Header Fields Too Large',
  ),
  /** The stage does not exist. */
  forbidden: kind(undefined, 403, 'Forbidden', 'Forbidden'),
};

/** Thrown if the gateway cannot serve a request. */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind;

  /** `reason` goes only to the emulation's log; callers do not see it. */
  constructor(kind: GatewayErrorKind, reason?: string) {
    super(reason ?? `${kind.message}`);
    this.kind = kind;
  }
}
