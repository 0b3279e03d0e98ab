import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { FunctionDefinition } from './definition.ts';
import { sandboxEnvironment } from './environment.ts';
import { failed, type InvocationResult } from './invocation.ts';
import { startRuntimeApi } from './runtime-api.ts';

/** A process of a function. It serves one invocation at a time. */
export interface Sandbox {
  /** Whether it can serve another invocation after the current one. */
  usable(): boolean;
  invoke(requestId: string, event: string): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** Lambda gives a function ten seconds to load, then retries within the function's time-out. */
const INIT_TIMEOUT_MS = 10_000;

const preload = new URL('./rapid-client.js', import.meta.url).href;
/** Installed by itself, with its install scripts off: see its package.json. */
const runtimePackage = new URL('../../../lambda-runtime/package.json', import.meta.url);

/**
 * Starts a sandbox: Node with AWS's own runtime client, in the folder of the code, with an environment like Lambda's.
 * `write` gets its standard output and error.
 */
export async function startSandbox(
  definition: FunctionDefinition,
  accessKeyId: string,
  write: (text: string) => void,
): Promise<Sandbox> {
  const { arn, folder, handler, timeoutMs } = definition;
  let waiting: { readonly requestId: string; readonly event: string } | undefined;
  let settle: ((result: InvocationResult) => void) | undefined;
  let result: InvocationResult | undefined;
  let timer: NodeJS.Timeout | undefined;
  let idle = false;
  let usable = true;

  const api = await startRuntimeApi({
    // The runtime asks for the next invocation once it has finished the previous one. The result is passed on only
    // now, so that the sandbox is idle by the time the caller continues.
    onNext() {
      idle = true;
      if (result !== undefined) setImmediate(end, result);
      hand();
    },
    onResult(reported) {
      result = reported;
    },
  });

  const environment = sandboxEnvironment(definition, accessKeyId, api.address);
  const runtimeClient = createRequire(runtimePackage).resolve('aws-lambda-ric');
  const child = spawn(process.execPath, ['--import', preload, runtimeClient, handler], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
  const closed = once(child, 'close').then(async ([code, signal]) => {
    usable = false;
    end(result ?? failed('Runtime.ExitError', `Runtime exited with error: ${signal ?? code}`));
    await api.close();
  });

  /** Hands the waiting invocation to the runtime if it is idle. */
  function hand(): void {
    if (!idle || waiting === undefined) return;
    api.hand({ ...waiting, functionArn: arn, timeoutMs });
    waiting = undefined;
    idle = false;
    const seconds = (timeoutMs / 1000).toFixed(2);
    limit(timeoutMs, failed('Sandbox.Timedout', `Task timed out after ${seconds} seconds`));
  }

  /** Kills the sandbox unless the invocation ends in time. */
  function limit(milliseconds: number, outcome: InvocationResult): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      usable = false;
      result ??= outcome;
      child.kill('SIGKILL');
    }, milliseconds);
  }

  function end(outcome: InvocationResult): void {
    clearTimeout(timer);
    settle?.(outcome);
    settle = undefined;
    result = undefined;
  }

  return {
    usable: () => usable,
    invoke(requestId, event) {
      return new Promise((resolve) => {
        settle = resolve;
        waiting = { requestId, event };
        limit(
          Math.max(INIT_TIMEOUT_MS, timeoutMs),
          failed('Sandbox.Timedout', 'The function did not load in time'),
        );
        hand();
      });
    },
    async close() {
      usable = false;
      child.kill('SIGKILL');
      await closed;
    },
  };
}
