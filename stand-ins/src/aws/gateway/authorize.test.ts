import { afterEach, expect, test } from 'vitest';
import type { FakeFunction } from '../testing/fake-functions.ts';
import {
  policy,
  startTestGateway,
  type TestGateway,
  withCredentials,
} from '../testing/start-test-gateway.ts';

const routes = [
  { method: 'GET', path: '/things', calls: 'GetThings' },
  { method: 'POST', path: '/jobs', calls: 'PostJobs' },
];
const wholeStage = 'arn:aws:execute-api:us-east-1:123456789012:api/prod/*';
const getThings = 'arn:aws:execute-api:us-east-1:123456789012:api/prod/GET/things';
let gateway: TestGateway;

afterEach(() => gateway.close());

/** Two routes that answer with the event, which has the authorizer's context. */
async function start(authorizer: FakeFunction, authorizerTtl = 300): Promise<void> {
  const GetThings: FakeFunction = (event) => ({ statusCode: 200, body: JSON.stringify(event) });
  const fakes = { Authorizer: authorizer, GetThings, PostJobs: GetThings };
  gateway = await startTestGateway({ routes, authorizerTtl }, fakes);
}

function timesAsked(): number {
  const { invocations } = gateway.functions;
  return invocations.filter((invocation) => invocation.function === 'Authorizer').length;
}

const post = { method: 'POST', ...withCredentials };

test('an authorizer gets the request without its body', async () => {
  let event: unknown;
  await start((given) => {
    event = given;
    return policy('Allow', wholeStage);
  });

  await gateway.get('/jobs?a=1', { ...post, body: 'x' });

  expect(event).toMatchObject({
    type: 'REQUEST',
    methodArn: 'arn:aws:execute-api:us-east-1:123456789012:api/prod/POST/jobs',
    resource: '/jobs',
    path: '/jobs',
    httpMethod: 'POST',
    headers: { Authorization: 'Basic YTpi' },
    queryStringParameters: { a: '1' },
    requestContext: { resourcePath: '/jobs', stage: 'prod' },
  });
  expect(event).not.toHaveProperty('body');
});

test('a function gets the principal, and the context as strings', async () => {
  await start(() => policy('Allow', wholeStage, { level: 3, admin: false, name: 'a' }));

  const answer = await gateway.get('/things', withCredentials);

  expect(await answer.json()).toMatchObject({
    requestContext: {
      authorizer: { principalId: 'alice', level: '3', admin: 'false', name: 'a' },
    },
  });
});

test.each([
  ['is asked once for an identity on all routes', 300, '/jobs', post, 1],
  [
    'is asked again for another identity',
    300,
    '/things',
    { headers: { Authorization: 'Basic other' } },
    2,
  ],
  ['is asked every time if results are not cached', 0, '/things', withCredentials, 2],
])('an authorizer %s', async (_, ttl, path, init, times) => {
  await start(() => policy('Allow', wholeStage), ttl);

  const first = await gateway.get('/things', withCredentials);
  const second = await gateway.get(path, init);

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(timesAsked()).toBe(times);
});

test('a cached result expires after its time to live', async () => {
  await start(() => policy('Allow', wholeStage), 300);

  await gateway.get('/things', withCredentials);
  gateway.advance(299_999);
  await gateway.get('/things', withCredentials);
  const askedBefore = timesAsked();
  gateway.advance(1);
  await gateway.get('/things', withCredentials);

  expect([askedBefore, timesAsked()]).toEqual([1, 2]);
});

test('a cached policy that allows one method denies the others', async () => {
  await start(() => policy('Allow', getThings));

  const things = await gateway.get('/things', withCredentials);
  const jobs = await gateway.get('/jobs', post);

  expect([things.status, jobs.status]).toEqual([200, 403]);
  expect(await jobs.json()).toEqual({ message: 'User is not authorized to access this resource' });
  expect(timesAsked()).toBe(1);
});

test.each([
  ['missing', {}],
  ['empty', { headers: { Authorization: '' } }],
])('%s credentials are a 401 without asking the authorizer', async (_, init) => {
  await start(() => policy('Allow', wholeStage));

  const answer = await gateway.get('/things', init);

  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ message: 'Unauthorized' });
  expect(timesAsked()).toBe(0);
});

test('the case of the header does not matter', async () => {
  await start(() => policy('Allow', wholeStage));

  const answer = await gateway.get('/things', { headers: { authorization: 'Basic YTpi' } });

  expect(answer.status).toBe(200);
});

test('a denial is a 403 and is cached', async () => {
  await start(() => policy('Deny', wholeStage));

  const first = await gateway.get('/things', withCredentials);
  const second = await gateway.get('/things', withCredentials);

  expect([first.status, second.status]).toEqual([403, 403]);
  expect(first.headers.get('x-amzn-ErrorType')).toBe('AccessDeniedException');
  expect(timesAsked()).toBe(1);
});

test('the error Unauthorized is a 401 and is not cached', async () => {
  await start(() => {
    throw new Error('Unauthorized');
  });

  const first = await gateway.get('/things', withCredentials);
  const second = await gateway.get('/things', withCredentials);

  expect([first.status, second.status]).toEqual([401, 401]);
  expect(timesAsked()).toBe(2);
});

test.each<[string, FakeFunction]>([
  [
    'throws',
    () => {
      throw new Error('Unauthorized: really');
    },
  ],
  ['returns nothing', () => null],
  ['does not name a principal', () => ({ policyDocument: policy('Allow', '*').policyDocument })],
  ['does not return a policy', () => ({ principalId: 'alice' })],
  ['returns an unknown effect', () => policy('allow', '*')],
  ['returns a context with a list', () => policy('Allow', '*', { roles: ['a'] })],
])('an authorizer that %s is a 500', async (_, authorizer) => {
  await start(authorizer);

  const answer = await gateway.get('/things', withCredentials);

  expect(answer.status).toBe(500);
  expect(answer.headers.get('x-amzn-ErrorType')).toBe('AuthorizerConfigurationException');
  expect(await answer.json()).toEqual({ message: null });
});
