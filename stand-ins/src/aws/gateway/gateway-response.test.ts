import { expect, test } from 'vitest';
import { gatewayResponseSchema } from './api-schemas.ts';
import { GATEWAY_ERRORS, type GatewayErrorKind } from './gateway-error.ts';
import { gatewayResponse } from './gateway-response.ts';

/** The response to an error, under the given gateway responses. */
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

test('without a gateway response API Gateway says it in its own words', () => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized);

  expect(answer).toEqual({
    status: 401,
    headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'UnauthorizedException' },
    body: '{"message":"Unauthorized"}',
  });
});

test('a gateway response adds its headers, and keeps status and body if it has none', () => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized, challenge);

  expect(answer.status).toBe(401);
  expect(answer.headers['WWW-Authenticate']).toBe('Basic realm="x"');
  expect(answer.body).toBe('{"message":"Unauthorized"}');
});

test.each([
  ['$context.error.message', 'Unauthorized'],
  ['{"m":$context.error.messageString}', '{"m":"Unauthorized"}'],
  ['{"id":"$context.requestId"}', '{"id":"request-1"}'],
])('a template %s becomes %s', (text, body) => {
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
  ['one of another type leaves it alone', 'accessDenied', [challenge], 403, 'User is not'],
  ['its own replaces the status', 'accessDenied', [own], 401, 'User is not'],
  ['that of its class keeps its status', 'accessDenied', [of4xx, of5xx], 403, 'four'],
  ['so does that of 5XX', 'timeout', [of4xx, of5xx], 504, 'five'],
  ['that of its class may have a status', 'accessDenied', [teapot], 418, 'User is not'],
  ['what cannot be customised stays', 'requestTooLarge', [of4xx, teapot], 413, 'Request Too Long'],
] as const)('of gateway responses, %s', (_, error, responses, status, body) => {
  const answer = answerTo(GATEWAY_ERRORS[error], ...responses);

  expect(answer.status).toBe(status);
  expect(answer.body).toContain(body);
  expect(answer.headers).not.toHaveProperty('WWW-Authenticate');
});
