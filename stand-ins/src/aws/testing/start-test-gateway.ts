import type { ListeningServer } from '../../http/loopback.ts';
import type { Functions } from '../functions/functions.ts';
import { readRestApi } from '../gateway/api.ts';
import { startGateway } from '../gateway/gateway.ts';
import { readTemplate } from '../template/template.ts';
import { type FakeFunction, fakeFunctions } from './fake-functions.ts';
import { makeTemplate, type TestStack, type TestTemplate } from './make-template.ts';

export interface TestGateway extends ListeningServer {
  readonly functions: Functions;
  /** Fetches a path of the stage. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Advances the gateway's clock. */
  advance(milliseconds: number): void;
}

/** Starts the gateway of a hand-made template, with functions that run without sandboxes. */
export async function startTestGateway(
  stack: TestStack,
  fakes: Readonly<Record<string, FakeFunction>>,
  change: (template: TestTemplate) => void = () => {},
): Promise<TestGateway> {
  let time = Date.UTC(2026, 3, 5, 1, 2, 3);
  const functions = fakeFunctions(fakes);
  const template = makeTemplate(stack);
  change(template);
  const api = readRestApi(readTemplate('Test', template));
  const gateway = await startGateway(
    api,
    functions,
    () => time,
    () => {},
  );
  return {
    ...gateway,
    functions,
    get: (path, init) => fetch(`${gateway.url}/prod${path}`, init),
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

/** The result of an authorizer. */
export function policy(Effect: string, Resource: string, context?: object) {
  return {
    principalId: 'alice',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }],
    },
    ...(context && { context }),
  };
}

/** Has the header that the authorizer's identity source requires. */
export const withCredentials = { headers: { Authorization: 'Basic YTpi' } };
