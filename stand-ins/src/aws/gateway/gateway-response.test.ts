import { expect, test } from 'vitest';
import { gatewayResponseSchema } from './api-schemas.ts';
import { GATEWAY_ERRORS, type GatewayErrorKind } from './gateway-error.ts';
import { gatewayResponse } from './gateway-response.ts';

/** The response to an error, given these gateway responses. */
function answerTo(kind: GatewayErrorKind, ...properties: object[]) {
  const responses = properties.map((one) =>
    gatewayResponseSchema.parse({ RestApiId: 'api', ...one }),
  );
  const byType = new Map(responses.map((response) => [response.ResponseType, response]));
  const { status, headers, body } = gatewayResponse(kind, byType, 'request-1');
  return { status, headers: Object.fromEntries(headers), body };
}

const challenge = {
  ResponseType: 'UNAUTHORIZED',
  ResponseParameters: { 'gatewayresponse.header.WWW-Authenticate': `'Basic realm="x"'` },
};
const template = (text: string) => ({ ResponseTemplates: { 'application/json': text } });

test('without a gateway response, API Gateway answers with its default', () => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized);

  expect(answer).toEqual({
    status: 401,
    headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'UnauthorizedException' },
    body: '{"message":"Unauthorized"}',
  });
});

test('a gateway response adds its headers, and keeps the default status and body if it does not set them', () => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized, challenge);

  expect(answer.status).toBe(401);
  expect(answer.headers['WWW-Authenticate']).toBe('Basic realm="x"');
  expect(answer.body).toBe('{"message":"Unauthorized"}');
});

test.each([
  ['$context.error.message', 'Unauthorized'],
  ['{"m":$context.error.messageString}', '{"m":"Unauthorized"}'],
  ['{"id":"$context.requestId"}', '{"id":"request-1"}'],
])('the template %s becomes %s', (text, body) => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized, { ...challenge, ...template(text) });

  expect(answer.body).toBe(body);
});

test.each(['$input.path', '$context.identity.sourceIp', '#if(true)'])(
  'a template with %s is an error that names it',
  (text) => {
    const answering = () =>
      answerTo(GATEWAY_ERRORS.unauthorized, { ...challenge, ...template(text) });

    expect(answering).toThrow('is not emulated');
  },
);

const own = { ResponseType: 'ACCESS_DENIED', StatusCode: '401' };
const of4xx = { ResponseType: 'DEFAULT_4XX', ...template('four') };
const of5xx = { ResponseType: 'DEFAULT_5XX', ...template('five') };
const teapot = { ResponseType: 'DEFAULT_4XX', StatusCode: '418' };

test.each([
  ['one for another type is not used', 'accessDenied', [challenge], 403, 'User is not'],
  ['the one for the type can set the status', 'accessDenied', [own], 401, 'User is not'],
  ['the one for the class keeps the status', 'accessDenied', [of4xx, of5xx], 403, 'four'],
  ['so does the one for 5XX', 'timeout', [of4xx, of5xx], 504, 'five'],
  ['the one for the class can set the status', 'accessDenied', [teapot], 418, 'User is not'],
  [
    'none changes an error that cannot be customised',
    'requestTooLarge',
    [of4xx, teapot],
    413,
    'Request Too Long',
  ],
] as const)('of gateway responses, %s', (_, error, responses, status, body) => {
  const answer = answerTo(GATEWAY_ERRORS[error], ...responses);

  expect(answer.status).toBe(status);
  expect(answer.body).toContain(body);
  expect(answer.headers).not.toHaveProperty('WWW-Authenticate');
});
