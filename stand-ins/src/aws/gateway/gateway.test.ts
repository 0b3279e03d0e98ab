import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { FakeFunction } from '../testing/fake-functions.ts';
import type { TestStack, TestTemplate } from '../testing/make-template.ts';
import {
  policy,
  startTestGateway,
  type TestGateway,
  withCredentials,
} from '../testing/start-test-gateway.ts';

const route = { method: 'GET', path: '/things', calls: 'GetThings', open: true };
const ok: FakeFunction = () => ({ statusCode: 200 });
const echo: FakeFunction = (event) => ({ statusCode: 200, body: JSON.stringify(event) });
let gateway: TestGateway;

afterEach(() => gateway.close());

async function start(
  fake: FakeFunction,
  stack: TestStack = {},
  method = 'GET',
  change?: (template: TestTemplate) => void,
): Promise<void> {
  const fakes = { GetThings: fake, Authorizer: () => policy('Allow', '*') };
  gateway = await startTestGateway({ routes: [{ ...route, method }], ...stack }, fakes, change);
}

test('a function answers with its status, headers and body', async () => {
  await start(() => ({
    statusCode: 201,
    headers: { 'X-One': 'a', 'X-Number': 5 },
    multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    body: 'made',
  }));

  const answer = await gateway.get('/things');

  expect(answer.status).toBe(201);
  expect(await answer.text()).toBe('made');
  expect(answer.headers.get('X-One')).toBe('a');
  expect(answer.headers.get('X-Number')).toBe('5');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(answer.headers.get('Content-Type')).toBe('application/json');
  expect(answer.headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('x-amz-apigw-id')).not.toBeNull();
});

test('a WWW-Authenticate header of a function arrives under another name', async () => {
  await start(() => ({ statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } }));

  const answer = await gateway.get('/things');

  expect(answer.headers.get('WWW-Authenticate')).toBeNull();
  expect(answer.headers.get('x-amzn-Remapped-WWW-Authenticate')).toBe('Basic');
});

test('a function gets the request as it was sent', async () => {
  await start(echo, {}, 'POST');

  const answer = await gateway.get('/things?a=1&a=2&b=%C3%A4', {
    method: 'POST',
    headers: { 'X-Thing': 'x' },
    body: '{"a":1}',
  });

  const event = await answer.json();
  expect(event).toMatchObject({
    resource: '/things',
    path: '/things',
    httpMethod: 'POST',
    headers: { 'X-Thing': 'x', 'X-Forwarded-For': '127.0.0.1' },
    multiValueHeaders: { 'X-Thing': ['x'] },
    queryStringParameters: { a: '2', b: 'ä' },
    multiValueQueryStringParameters: { a: ['1', '2'], b: ['ä'] },
    pathParameters: null,
    stageVariables: null,
    body: '{"a":1}',
    isBase64Encoded: false,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      httpMethod: 'POST',
      path: '/prod/things',
      protocol: 'HTTP/1.1',
      requestTime: '05/Apr/2026:01:02:03 +0000',
      requestTimeEpoch: Date.UTC(2026, 3, 5, 1, 2, 3),
      resourcePath: '/things',
      stage: 'prod',
      identity: { sourceIp: '127.0.0.1', userArn: null },
    },
  });
  expect(event).not.toHaveProperty('requestContext.authorizer');
});

test('a missing query and body are null', async () => {
  await start(echo);

  const answer = await gateway.get('/things');

  expect(await answer.json()).toMatchObject({
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    body: null,
  });
});

test('bytes that are not UTF-8 reach the function as replacement characters', async () => {
  await start(echo, {}, 'POST');

  const body = Uint8Array.from([0x61, 0xff, 0x62]);
  const answer = await gateway.get('/things', { method: 'POST', body });

  expect(await answer.json()).toMatchObject({ body: 'a\ufffdb', isBase64Encoded: false });
});

test('a preflight is answered without a function and without credentials', async () => {
  await start(ok, { routes: [{ ...route, open: false }] });

  const answer = await gateway.get('/things', { method: 'OPTIONS' });

  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET,POST');
  expect(gateway.functions.invocations).toEqual([]);
});

test.each([
  ['path', '/nothing', 'GET'],
  ['path below a known one', '/things/1', 'GET'],
  ['method', '/things', 'DELETE'],
  ['method HEAD', '/things', 'HEAD'],
])('an unknown %s is a 403 about a missing token', async (_, path, method) => {
  await start(ok);

  const answer = await gateway.get(path, { method, ...withCredentials });

  expect(answer.status).toBe(403);
  expect(answer.headers.get('x-amzn-ErrorType')).toBe('MissingAuthenticationTokenException');
  const body = method === 'HEAD' ? '' : '{"message":"Missing Authentication Token"}';
  expect(await answer.text()).toBe(body);
});

test('a path outside the stage is forbidden', async () => {
  await start(ok);

  const answer = await fetch(`${gateway.url}/things`);

  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ message: 'Forbidden' });
});

test.each<[string, FakeFunction]>([
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
  ['returns nothing', () => null],
  ['returns a list', () => []],
  ['does not return a status', () => ({ body: '' })],
  ['returns a status that is not an integer', () => ({ statusCode: 200.5 })],
  ['returns a status as text', () => ({ statusCode: '200' })],
  ['returns a body that is not text', () => ({ statusCode: 200, body: { a: 1 } })],
  ['returns a header that is an object', () => ({ statusCode: 200, headers: { a: {} } })],
  ['returns a header that is a list', () => ({ statusCode: 200, headers: { a: ['b'] } })],
  ['returns a field of another format', () => ({ statusCode: 200, cookies: ['a=1'] })],
])('a function that %s is a 502', async (_, fake) => {
  await start(fake);

  const answer = await gateway.get('/things');

  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({ message: 'Internal server error' });
});

test('a function that takes longer than its integration’s time-out is a 504', async () => {
  await start(() => delay(5000, undefined, { ref: false }), {
    routes: [{ ...route, timeoutMs: 50 }],
  });

  const answer = await gateway.get('/things');

  expect(answer.status).toBe(504);
  expect(await answer.json()).toEqual({ message: 'Endpoint request timed out' });
});

test('a body of more than 10 MB is a 413 that no gateway response changes', async () => {
  const gatewayResponses = [{ ResponseType: 'DEFAULT_4XX', StatusCode: '418' }];
  await start(ok, { gatewayResponses }, 'POST');

  const body = 'x'.repeat(10 * 1024 * 1024 + 1);
  const answer = await gateway.get('/things', { method: 'POST', body });

  expect(answer.status).toBe(413);
  expect(gateway.functions.invocations).toEqual([]);
});

test('headers of more than 10,240 bytes are refused', async () => {
  await start(ok);

  const answer = await gateway.get('/things', { headers: { 'X-Long': 'x'.repeat(10_240) } });

  expect(answer.status).toBe(431);
});

test('a function that API Gateway is not allowed to invoke is a 500', async () => {
  await start(ok, {}, 'GET', ({ Resources }) => {
    delete Resources.thingsGETPermission;
  });

  const answer = await gateway.get('/things');

  expect(answer.status).toBe(500);
  expect(gateway.functions.invocations).toEqual([]);
});
