import type { Functions, ServedInvocation } from '../functions/functions.ts';
import { failed, type InvocationResult } from '../functions/invocation.ts';

/** A handler: its value is returned as JSON, and its error fails the invocation. */
export type FakeFunction = (event: unknown) => unknown;

/** Functions without sandboxes, by logical id, for tests of the gateway. */
export function fakeFunctions(fakes: Readonly<Record<string, FakeFunction>>): Functions {
  const invocations: ServedInvocation[] = [];
  return {
    invocations,
    log: () => '',
    async invoke(arn, event): Promise<InvocationResult> {
      const logicalId = arn.split('-').at(-1) ?? '';
      invocations.push({ function: logicalId, requestId: `${invocations.length}`, sandbox: 1 });
      try {
        return { kind: 'returned', payload: JSON.stringify(await fakes[logicalId]?.(event)) };
      } catch (error) {
        return failed('Error', error instanceof Error ? error.message : `${error}`);
      }
    },
    close: async () => {},
  };
}
