import { CHALLENGE, corsHeaders, UNAUTHORIZED } from '@immersion-tracker/api/settings';
import { type ErrorCode, errorStatus } from '@immersion-tracker/contract';
import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** A JSON string that API Gateway puts in the place of this. */
const ERROR_MESSAGE = '$context.error.messageString';
/** Without a code: clients take it for passing, and try again. A space ends the variable's name. */
const NO_GOOD_ANSWER =
  'Something went wrong on the way to the tracker; try again. Request id $context.requestId may lead to more in its log.';

interface Answer {
  /** The status that callers see; API Gateway's own if there is none. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly template: string;
}

const notFound: Answer = {
  status: errorStatus.not_found,
  template: errorTemplate('not_found', 'There is no such route and method.'),
};

const unauthorized: Answer = {
  status: errorStatus.unauthorized,
  headers: { 'WWW-Authenticate': CHALLENGE },
  template: errorTemplate('unauthorized', UNAUTHORIZED),
};

/**
 * What API Gateway says where no function answers. Its own answer to an unknown route is a 403 about a
 * missing token, to denied credentials a 403, and none carries a challenge or CORS headers.
 */
const answers: readonly (readonly [ResponseType, Answer])[] = [
  [ResponseType.UNAUTHORIZED, unauthorized],
  [ResponseType.ACCESS_DENIED, unauthorized],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, notFound],
  // Of an unknown route API Gateway reads the credentials as a signature, which no known route takes
  // (HumanCellAtlas/data-store#328).
  [ResponseType.INVALID_SIGNATURE, notFound],
  [ResponseType.DEFAULT_4XX, { template: `{"message":${ERROR_MESSAGE}}` }],
  [ResponseType.DEFAULT_5XX, { template: JSON.stringify({ message: NO_GOOD_ANSWER }) }],
];

/** Gives the API the tracker's own errors, each with CORS headers for `origin`. */
export function addGatewayResponses(api: RestApi, origin: string): void {
  for (const [type, { status, headers, template }] of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      ...(status !== undefined && { statusCode: `${status}` }),
      responseHeaders: quoted({ ...corsHeaders(origin), ...headers }),
      templates: { 'application/json': template },
    });
  }
}

function errorTemplate(code: ErrorCode, message: string): string {
  return JSON.stringify({ message, code });
}

/** API Gateway takes what is in single quotes as it is, and anything else as an expression. */
function quoted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));
}
