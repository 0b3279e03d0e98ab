import { afterEach, expect, test } from 'vitest';
import { startFaultProxy } from '../dynamodb/fault-proxy.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';
import { arnOf, makeTemplate, type TestStack } from './testing/make-template.ts';
import { writeAssembly } from './testing/write-assembly.ts';

/** Code of a function that calls services as an SDK does, and returns their answers. */
const callService = `
  const call = async (url, target, version, input) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-' + version,
        'X-Amz-Target': target,
        'X-Amz-Date': '20260101T000000Z',
        Authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID +
          '/20260101/us-east-1/x/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(input),
    });
    return { status: answer.status, ...(await answer.json()) };
  };
  const dynamodb = (operation, input) =>
    call(process.env.AWS_ENDPOINT_URL_DYNAMODB, 'DynamoDB_20120810.' + operation, '1.0', input);
  const secret = (SecretId) => call(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER,
    'secretsmanager.GetSecretValue', '1.1', { SecretId });
  const answer = (value) => ({ statusCode: 200, body: JSON.stringify(value) });
`;

let running = new AsyncDisposableStack();
let stack: Stack;
let first: Response;
const work = () => fetch(`${stack.url}/work`, { method: 'POST' });

afterEach(async () => {
  await running.disposeAsync();
  running = new AsyncDisposableStack();
});

/** Starts a stack with one open route, whose function has this body, and sends the first request. */
async function start(
  body: string,
  described: TestStack = {},
  options: Partial<StackOptions> = {},
): Promise<void> {
  const routes = [{ method: 'POST', path: '/work', calls: 'Work', open: true }];
  const code = `${callService}; export const handler = async (event) => { ${body} };`;
  const template = makeTemplate({ routes, ...described });
  const { folder } = running.use(await writeAssembly(template, { Work: code }));
  stack = await startStack({ assembly: folder, secret: { a: 1 }, ...options });
  running.defer(() => stack.close());
  first = await work();
}

test('functions that only serve deployments are ignored, whatever their runtime', async () => {
  const template = makeTemplate({
    routes: [{ method: 'POST', path: '/work', calls: 'Work', open: true }],
  });
  Object.assign(template.Resources, {
    Deployer: {
      Type: 'AWS::Lambda::Function',
      Properties: { Runtime: 'python3.13', Layers: [{ Ref: 'Tools' }] },
    },
    Tools: { Type: 'AWS::Lambda::LayerVersion', Properties: {} },
    Page: { Type: 'Custom::CDKBucketDeployment', Properties: { ServiceToken: arnOf('Deployer') } },
  });
  const code = 'export const handler = async () => ({ statusCode: 204 });';
  const { folder } = running.use(await writeAssembly(template, { Work: code }));

  stack = await startStack({ assembly: folder, secret: {} });

  running.defer(() => stack.close());
  expect(await work()).toMatchObject({ status: 204 });
});

const grant = (Action: string, Resource: unknown) => ({
  grants: { Work: [{ Action, Effect: 'Allow', Resource }] },
});
const put = `return answer(await dynamodb('PutItem', { TableName: 'things', Item: { id: { S: 'a' } } }));`;

test('a function can do to the table what its role allows', async () => {
  await start(put, grant('dynamodb:PutItem', arnOf('Table')));

  const answer = await first.json();

  expect(answer).toEqual({ status: 200 });
});

test.each([
  ['another action', grant('dynamodb:GetItem', arnOf('Table'))],
  ['another resource', grant('dynamodb:*', 'arn:aws:dynamodb:us-east-1:123456789012:table/other')],
  ['nothing', {}],
])('a function whose role allows %s is denied', async (_, described) => {
  await start(put, described);

  const answer = await first.json();

  const refusal = 'assumed-role/Test-WorkRole/Test-Work is not authorized to perform: dynamodb:Put';
  expect(answer).toMatchObject({
    status: 400,
    __type: 'AccessDeniedException',
    message: expect.stringContaining(refusal),
  });
});

test('a batch is allowed only for the tables that the role allows', async () => {
  const body = `return answer([
    await dynamodb('BatchGetItem', { RequestItems: { things: { Keys: [{ id: { S: 'a' } }] } } }),
    await dynamodb('BatchGetItem', { RequestItems: { others: { Keys: [{ id: { S: 'a' } }] } } }),
  ]);`;
  await start(body, grant('dynamodb:BatchGetItem', arnOf('Table')));

  const answer = await first.json();

  expect(answer).toMatchObject([{ status: 200 }, { __type: 'AccessDeniedException' }]);
});

test('a function reads the secret by its name and by its ARN, and sees changes', async () => {
  const body = `
    const { ARN, SecretString } = await secret('keys');
    return answer([SecretString, (await secret(ARN)).SecretString]);`;
  await start(body, grant('secretsmanager:GetSecretValue', { Ref: 'Secret' }));

  stack.putSecret({ a: 2 });
  const second = await work();

  expect(await first.json()).toEqual(['{"a":1}', '{"a":1}']);
  expect(await second.json()).toEqual(['{"a":2}', '{"a":2}']);
  expect(stack.secretReads()).toBe(4);
});

test('a function whose role does not allow the secret is denied', async () => {
  await start(`return answer(await secret('keys'));`);

  const answer = await first.json();

  expect(answer).toMatchObject({ status: 400, __type: 'AccessDeniedException' });
  expect(stack.secretReads()).toBe(0);
});

test('a secret that does not exist is not found', async () => {
  const described = grant('secretsmanager:GetSecretValue', '*');
  await start(`return answer(await secret('other'));`, described);

  const answer = await first.json();

  expect(answer).toMatchObject({ status: 400, __type: 'ResourceNotFoundException' });
});

test('functions get the additional environment variables', async () => {
  await start('return answer(process.env.PROVIDER);', {}, { environment: { PROVIDER: 'here' } });

  const answer = await first.json();

  expect(answer).toBe('here');
});

test('a proxy can be put in front of the table', async () => {
  await start(put, grant('dynamodb:PutItem', arnOf('Table')), {
    async dynamodbUrl(url) {
      const proxy = await startFaultProxy(url, () => ({
        error: 'InternalServerError',
        status: 500,
      }));
      running.defer(() => proxy.close());
      return proxy.url;
    },
  });

  const answer = await first.json();

  expect(answer).toMatchObject({ status: 500, message: 'For the test' });
});

test('a crash of a function is a 502, with the reason in the gateway’s log', async () => {
  await start(`console.log('last words'); process.exit(1);`);

  expect(first.status).toBe(502);
  expect(stack.log()).toContain('last words');
  expect(stack.gatewayLog()).toContain('Runtime.ExitError');
});

test('a body that is larger than Lambda accepts is a 413', async () => {
  await start('return answer(1);');

  const answer = await fetch(`${stack.url}/work`, {
    method: 'POST',
    body: 'x'.repeat(6 * 1024 * 1024),
  });

  expect(answer.status).toBe(413);
});
