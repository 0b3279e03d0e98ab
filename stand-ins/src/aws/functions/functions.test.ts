import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { FunctionDefinition } from './definition.ts';
import { createFunctions, type Functions } from './functions.ts';
import { MAX_EVENT_BYTES } from './invocation.ts';

const folder = mkdtempSync(join(tmpdir(), 'function-'));
let functions: Functions;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await functions.close();
  rmSync(join(folder, 'index.mjs'));
});

function start(code: string, definition: Partial<FunctionDefinition> = {}): void {
  writeFileSync(join(folder, 'index.mjs'), code);
  const usual: FunctionDefinition = {
    logicalId: 'Work',
    name: 'Test-Work',
    arn: 'arn:work',
    roleArn: 'arn:role',
    folder,
    handler: 'index.handler',
    timeoutMs: 10_000,
    memoryMb: 256,
    variables: {},
    logFormat: 'JSON',
    logLevel: undefined,
    logGroup: 'logs',
  };
  functions = createFunctions([{ ...usual, ...definition }], () => 'ASIAWORK');
}

const invoke = (event: unknown = {}) => functions.invoke('arn:work', event);

async function payloadOf(event?: unknown): Promise<unknown> {
  const result = await invoke(event);
  if (result.kind === 'failed') throw new Error(result.errorMessage);
  return JSON.parse(result.payload);
}

test('a handler gets its event and its context', async () => {
  start(`export const handler = async (event, context) => ({
    event,
    name: context.functionName,
    arn: context.invokedFunctionArn,
    id: context.awsRequestId,
    left: context.getRemainingTimeInMillis() > 9000,
  });`);

  const payload = await payloadOf({ a: 'ä' });

  expect(payload).toEqual({
    event: { a: 'ä' },
    name: 'Test-Work',
    arn: 'arn:work',
    id: functions.invocations[0]?.requestId,
    left: true,
  });
});

test('a sandbox has the environment of Lambda and the template, and nothing else', async () => {
  start('export const handler = async () => process.env;', {
    variables: { TABLE: 'things', AWS_REGION: 'eu-central-1' },
  });

  const environment = await payloadOf();

  expect(environment).toMatchObject({
    TABLE: 'things',
    AWS_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'Test-Work',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_ACCESS_KEY_ID: 'ASIAWORK',
    LAMBDA_TASK_ROOT: folder,
  });
  expect(environment).not.toHaveProperty('HOME');
});

test('two concurrent invocations get a sandbox each, which later ones reuse', async () => {
  start(`let served = 0;
    export const handler = async () => {
      served += 1;
      return served;
    };`);

  const together = await Promise.all([payloadOf(), payloadOf()]);
  const later = await Promise.all([payloadOf(), payloadOf()]);

  expect(together).toEqual([1, 1]);
  expect(later).toEqual([2, 2]);
  expect(functions.invocations.map(({ sandbox }) => sandbox).sort()).toEqual([1, 1, 2, 2]);
});

test.each([
  ['throws', `throw new RangeError('too far')`, 'RangeError', 'too far', 2],
  ['crashes', 'process.exit(3)', 'Runtime.ExitError', 'Runtime exited with error: 3', 1],
  ['hangs', 'for (;;);', 'Sandbox.Timedout', 'Task timed out after 0.70 seconds', 1],
])('after a handler that %s, the next invocation gets a working sandbox', async (...row) => {
  const [, fault, errorType, errorMessage, servedByNext] = row;
  const code = `let served = 0;
    export const handler = async ({ fail }) => {
      served += 1;
      if (fail) { ${fault} }
      return served;
    };`;
  start(code, errorType === 'Sandbox.Timedout' ? { timeoutMs: 700 } : {});

  const failure = await invoke({ fail: true });
  const next = await payloadOf();

  expect(failure).toEqual({ kind: 'failed', errorType, errorMessage });
  expect(next).toBe(servedByNext);
});

test.each([
  [
    'does not load',
    `throw new TypeError('no configuration');`,
    { errorType: 'TypeError', errorMessage: 'no configuration' },
  ],
  [
    'does not export the handler',
    'export const other = async () => 1;',
    {
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'index.handler is undefined or not exported',
    },
  ],
  [
    'takes a callback, as Node 24 on Lambda no longer does',
    'export const handler = (event, context, callback) => callback(null, 1);',
    { errorType: 'Runtime.CallbackHandlerDeprecated' },
  ],
])('code that %s fails every invocation with its error', async (_, code, error) => {
  start(code);

  const first = await invoke();
  const second = await invoke();

  expect([first, second]).toMatchObject([error, error]);
});

test('the log has the output of functions, in the format that the template sets', async () => {
  start(`export const handler = async () => {
    console.log('hello');
    process.stderr.write('plain');
  };`);

  await invoke();

  const [line = '', rest] = functions.log().split('\n');
  expect(JSON.parse(line)).toMatchObject({
    level: 'INFO',
    message: 'hello',
    requestId: functions.invocations[0]?.requestId,
  });
  expect(rest).toBe('plain');
});

test('an event of more than 6 MB does not reach the function', async () => {
  start('export const handler = async () => 1;');

  const failure = await invoke('x'.repeat(MAX_EVENT_BYTES - 1));

  expect(failure).toMatchObject({ errorType: 'RequestEntityTooLargeException' });
  expect(functions.invocations).toEqual([]);
});

test('a result of more than 6 MB fails the invocation but keeps the sandbox', async () => {
  start(`let served = 0;
    export const handler = async ({ bytes }) => {
      served += 1;
      return bytes ? 'x'.repeat(bytes - 2) : served;
    };`);

  const largest = await invoke({ bytes: 6_291_556 });
  const tooLarge = await invoke({ bytes: 6_291_557 });
  const next = await payloadOf({});

  expect(largest.kind).toBe('returned');
  expect(tooLarge).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  expect(next).toBe(3);
});
