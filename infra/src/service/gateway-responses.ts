import { apiHeaders, CHALLENGE, hstsHeaders, UNAUTHORIZED } from '@immersion-tracker/api/settings';
import { type ErrorCode, errorStatus } from '@immersion-tracker/contract';
import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** API Gateway replaces this with a JSON string. */
const ERROR_MESSAGE = '$context.error.messageString';
/** Has no code, so that clients take it for temporary and retry. A space must end the variable's name. */
const BAD_GATEWAY =
  'Something went wrong on the way to the tracker; try again. Request id $context.requestId may help to find the cause in its log.';

interface Answer {
  /** By default, API Gateway's own status. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly template: string;
}

const notFound: Answer = {
  status: errorStatus.not_found,
  template: errorTemplate('not_found', 'The tracker does not have this route.'),
};

const unauthorized: Answer = {
  status: errorStatus.unauthorized,
  headers: { 'WWW-Authenticate': CHALLENGE },
  template: errorTemplate('unauthorized', UNAUTHORIZED),
};

/**
 * API Gateway's answers to requests that do not reach a function. By default it answers 403 both to denied
 * credentials and to an unknown route ("Missing Authentication Token"), without a challenge or CORS headers.
 */
const answers: readonly (readonly [ResponseType, Answer])[] = [
  [ResponseType.UNAUTHORIZED, unauthorized],
  [ResponseType.ACCESS_DENIED, unauthorized],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, notFound],
  // For an unknown route, API Gateway tries to read the Authorization header as an AWS signature
  // (HumanCellAtlas/data-store#328). Known routes do not use signatures.
  [ResponseType.INVALID_SIGNATURE, notFound],
  [ResponseType.DEFAULT_4XX, { template: `{"message":${ERROR_MESSAGE}}` }],
  [ResponseType.DEFAULT_5XX, { template: JSON.stringify({ message: BAD_GATEWAY }) }],
];

/** Makes API Gateway answer with the tracker's own errors and headers; the page at `origin` may read them. */
export function addGatewayResponses(api: RestApi, origin: string): void {
  for (const [type, { status, headers, template }] of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      ...(status !== undefined && { statusCode: `${status}` }),
      responseHeaders: quoted({ ...apiHeaders(origin), ...hstsHeaders, ...headers }),
      templates: { 'application/json': template },
    });
  }
}

function errorTemplate(code: ErrorCode, message: string): string {
  return JSON.stringify({ message, code });
}

/** API Gateway takes a value in single quotes literally, and anything else as an expression. */
function quoted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));
}
