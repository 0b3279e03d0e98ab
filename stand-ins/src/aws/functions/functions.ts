import { randomUUID } from 'node:crypto';
import type { FunctionDefinition } from './definition.ts';
import { failed, type InvocationResult, MAX_EVENT_BYTES } from './invocation.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

/** A past invocation. */
export interface ServedInvocation {
  /** The function's logical id in the template. */
  readonly function: string;
  readonly requestId: string;
  /** Number of the function's sandbox that served it, from 1. */
  readonly sandbox: number;
}

/** The functions of a stack. */
export interface Functions {
  /** Invokes the function with this ARN and waits for the result. */
  invoke(arn: string, event: unknown): Promise<InvocationResult>;
  /** All invocations, oldest first. */
  readonly invocations: readonly ServedInvocation[];
  /** Everything that functions wrote to standard output and error. */
  log(): string;
  close(): Promise<void>;
}

interface NumberedSandbox extends Sandbox {
  readonly number: number;
}

/** Starts a sandbox when an invocation does not find an idle one; sandboxes are kept for later invocations. */
export function createFunctions(
  definitions: readonly FunctionDefinition[],
  accessKeyIdOf: (definition: FunctionDefinition) => string,
): Functions {
  const invocations: ServedInvocation[] = [];
  const output: string[] = [];
  const started: Promise<Sandbox>[] = [];
  let closed = false;
  const pools = new Map(
    definitions.map((definition) => [definition.arn, createPool(definition)] as const),
  );

  function createPool(definition: FunctionDefinition) {
    const idle: NumberedSandbox[] = [];
    let count = 0;

    async function take(): Promise<NumberedSandbox> {
      for (let sandbox = idle.pop(); sandbox !== undefined; sandbox = idle.pop()) {
        if (sandbox.usable()) return sandbox;
      }
      count += 1;
      const number = count;
      const write = (text: string) => output.push(text);
      const starting = startSandbox(definition, accessKeyIdOf(definition), write);
      started.push(starting);
      return { ...(await starting), number };
    }

    return async (event: string): Promise<InvocationResult> => {
      const sandbox = await take();
      const requestId = randomUUID();
      invocations.push({ function: definition.logicalId, requestId, sandbox: sandbox.number });
      const result = await sandbox.invoke(requestId, event);
      if (sandbox.usable()) idle.push(sandbox);
      return result;
    };
  }

  return {
    invocations,
    log: () => output.join(''),
    async invoke(arn, event) {
      const pool = pools.get(arn);
      if (closed) throw new Error('The functions are closed.');
      if (pool === undefined) throw new Error(`The function ${arn} does not exist.`);
      const payload = JSON.stringify(event);
      if (Buffer.byteLength(payload) <= MAX_EVENT_BYTES) return pool(payload);
      return failed(
        'RequestEntityTooLargeException',
        `Request must be smaller than ${MAX_EVENT_BYTES} bytes for the InvokeFunction operation`,
      );
    },
    async close() {
      closed = true;
      await Promise.all(started.map(async (sandbox) => (await sandbox).close()));
    },
  };
}
