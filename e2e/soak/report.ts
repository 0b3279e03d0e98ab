import { inspect } from 'node:util';
import { Violation } from './checks/violation.ts';

export interface Failure {
  /** A `Violation`, or what else was thrown. */
  readonly error: unknown;
  readonly seed: number;
  /** Oldest first. */
  readonly lastSteps: readonly string[];
  /** The end of each tracker's log. */
  readonly logs: readonly string[];
}

/** A report for a person, who reads the top first. */
export function describeFailure({ error, seed, lastSteps, logs }: Failure): string {
  return [
    error instanceof Violation
      ? `BROKEN PROMISE: ${error.message}`
      : `The soak failed: ${inspect(error)}`,
    `Seed: ${seed}`,
    ...['', 'The last steps, oldest first:', ...lastSteps],
    ...logs.flatMap((log) => ['', "The end of a tracker's log:", log]),
  ].join('\n');
}
