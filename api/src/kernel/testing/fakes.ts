import { inspect } from 'node:util';
import { standInKeys } from '@immersion-tracker/stand-ins';
import { REQUEST_DEADLINE_MS } from '../../settings.ts';
import { type Deadline, deadlineIn } from '../deadline.ts';
import { PublicError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Secret, SecretSource } from '../secret.ts';

/** One call of a log. */
interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that keeps what is written to it. */
export interface RecordingLog {
  readonly log: Log;
  readonly entries: LogEntry[];
}

export function recordingLog(): RecordingLog {
  const entries: LogEntry[] = [];
  return {
    entries,
    log: (level, message, fields = {}) => entries.push({ level, message, fields }),
  };
}

/** All of a value as text, with the messages, stacks and causes of the errors in it. */
export function allOf(value: unknown): string {
  return inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true });
}

/** A secret that never changes; by default with every key that the stand-ins accept. */
export function fixedSecret(keys: Omit<Secret, 'users'> = standInKeys): SecretSource {
  const secret = { users: [], ...keys };
  return () => Promise.resolve(secret);
}

/** As much time as a request has. */
export function wholeDeadline(): Deadline {
  return deadlineIn(REQUEST_DEADLINE_MS);
}

/** The public error that the work fails with. Throws if it succeeds or fails otherwise. */
export async function failureOf(work: Promise<unknown>): Promise<PublicError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PublicError) return error;
    throw error;
  }
  throw new Error('expected a failure');
}
