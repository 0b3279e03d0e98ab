import { inspect } from 'node:util';
import { standInKeys } from '@immersion-tracker/stand-ins';
import { REQUEST_DEADLINE_MS } from '../../settings.ts';
import { type Deadline, deadlineIn } from '../deadline.ts';
import { PublicError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Secret, SecretSource } from '../secret.ts';

interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

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

/** A value in full as text, including the messages, stacks and causes of errors. */
export function allOf(value: unknown): string {
  return inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true });
}

/** A constant secret, by default with every key that the stand-ins accept. */
export function fixedSecret(keys: Omit<Secret, 'users'> = standInKeys): SecretSource {
  const secret = { users: [], ...keys };
  return () => Promise.resolve(secret);
}

/** The full time of a request. */
export function wholeDeadline(): Deadline {
  return deadlineIn(REQUEST_DEADLINE_MS);
}

/** The `PublicError` that `work` rejects with. Throws if it resolves or rejects with anything else. */
export async function failureOf(work: Promise<unknown>): Promise<PublicError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PublicError) return error;
    throw error;
  }
  throw new Error('expected a failure');
}
