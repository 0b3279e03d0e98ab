import type { ResponseType } from './api-schemas.ts';

/** Why API Gateway answers by itself, and what it says unless the template says otherwise. */
export interface Failure {
  /** Undefined for answers that cannot be customised. */
  readonly responseType: ResponseType | undefined;
  readonly status: number;
  /** Value of the header `x-amzn-ErrorType`. */
  readonly errorType: string;
  readonly message: string | null;
}

/** Statuses: developerguide/supported-gateway-response-types. Messages: as callers report them. */
export const FAILURE = {
  /** Also for paths and methods that do not exist. */
  missingAuthenticationToken: {
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    status: 403,
    errorType: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  },
  unauthorized: {
    responseType: 'UNAUTHORIZED',
    status: 401,
    errorType: 'UnauthorizedException',
    message: 'Unauthorized',
  },
  accessDenied: {
    responseType: 'ACCESS_DENIED',
    status: 403,
    errorType: 'AccessDeniedException',
    message: 'User is not authorized to access this resource',
  },
  accessDeniedExplicitly: {
    responseType: 'ACCESS_DENIED',
    status: 403,
    errorType: 'AccessDeniedException',
    message: 'User is not authorized to access this resource with an explicit deny',
  },
  /** The authorizer threw, or returned no policy: github.com/serverless/examples/issues/305. */
  authorizerConfiguration: {
    responseType: 'AUTHORIZER_CONFIGURATION_ERROR',
    status: 500,
    errorType: 'AuthorizerConfigurationException',
    message: null,
  },
  integrationTimeout: {
    responseType: 'INTEGRATION_TIMEOUT',
    status: 504,
    errorType: 'InternalServerErrorException',
    message: 'Endpoint request timed out',
  },
  /** The function failed, or what it returned is no proxy response. No type of its own is documented. */
  badGateway: {
    responseType: 'DEFAULT_5XX',
    status: 502,
    errorType: 'InternalServerErrorException',
    message: 'Internal server error',
  },
  /** API Gateway has no permission to invoke the function. */
  mayNotInvoke: {
    responseType: 'API_CONFIGURATION_ERROR',
    status: 500,
    errorType: 'InternalServerErrorException',
    message: 'Internal server error',
  },
  /** The event is more than Lambda takes. */
  eventTooLarge: {
    responseType: 'REQUEST_TOO_LARGE',
    status: 413,
    errorType: 'RequestEntityTooLargeException',
    message: 'Request Too Long',
  },
  /** More than 10 MB. Cannot be customised: developerguide/api-gateway-known-issues. */
  requestTooLarge: {
    responseType: undefined,
    status: 413,
    errorType: 'RequestTooLargeException',
    message: 'Request Too Long',
  },
  /** No status is documented for it; RFC 6585, section 5, has this one. */
  headersTooLarge: {
    responseType: undefined,
    status: 431,
    errorType: 'RequestHeaderFieldsTooLargeException',
    message: 'Request Header Fields Too Large',
  },
  /** There is no such stage. */
  forbidden: {
    responseType: undefined,
    status: 403,
    errorType: 'ForbiddenException',
    message: 'Forbidden',
  },
} as const satisfies Record<string, Failure>;

/** Thrown where the gateway gives up on a request. */
export class GatewayFailure extends Error {
  readonly failure: Failure;

  /** `reason` is for whoever reads the emulation's log; callers never see it. */
  constructor(failure: Failure, reason?: string) {
    super(reason ?? `${failure.message}`);
    this.failure = failure;
  }
}
