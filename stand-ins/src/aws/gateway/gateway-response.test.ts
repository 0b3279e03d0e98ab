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

test('a gateway response adds its headers, and keeps status and body where it has none', () => {
  const answer = answerTo(GATEWAY_ERRORS.unauthorized, challenge);

  expect(answer.status).toBe(401);
  expect(answer.headers['WWW-Authenticate']).toBe('Basic realm="x"');
  expect(answer.body).toBe('{"message":"Unauthorized"}');
});

test('a gateway response of one type leaves the others alone', () => {
  const answer = answerTo(GATEWAY_ERRORS.accessDenied, challenge);

  expect(answer.headers).not.toHaveProperty('WWW-Authenticate');
});

test('a status of its own replaces the default', () => {
  const answer = answerTo(GATEWAY_ERRORS.accessDenied, {
    ResponseType: 'ACCESS_DENIED',
    StatusCode: '401',
  });

  expect(answer.status).toBe(401);
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

test('types without a gateway response take that of their class, with their own status', () => {
  const responses = [
    { ResponseType: 'DEFAULT_4XX', ...template('four') },
    { ResponseType: 'DEFAULT_5XX', ...template('five') },
  ];

  const denied = answerTo(GATEWAY_ERRORS.accessDenied, ...responses);
  const late = answerTo(GATEWAY_ERRORS.timeout, ...responses);

  expect([denied.status, denied.body]).toEqual([403, 'four']);
  expect([late.status, late.body]).toEqual([504, 'five']);
});

test('a status of a class goes to all its types without a gateway response', () => {
  const answer = answerTo(GATEWAY_ERRORS.badGateway, {
    ResponseType: 'DEFAULT_5XX',
    StatusCode: '503',
  });

  expect(answer.status).toBe(503);
});

test('what cannot be customised stays as it is', () => {
  const answer = answerTo(GATEWAY_ERRORS.requestTooLarge, {
    ResponseType: 'DEFAULT_4XX',
    ...template('four'),
  });

  expect([answer.status, answer.body]).toEqual([413, '{"message":"Request Too Long"}']);
});
