import type { Log } from '../../../kernel/log.ts';

/**
 * Writes log entries as lines of JSON, whose fields CloudWatch can search. Never throws. Powertools' logger
 * writes them too, but would take up a tenth of a cold start.
 */
export function createLog(write: (line: string) => void): Log {
  return (level, message, fields = {}) => {
    const entry = { time: new Date().toISOString(), level, message };
    try {
      write(lineOf({ ...entry, ...fields }) ?? lineOf({ ...entry, ...plain(fields) }) ?? '');
    } catch {
      // A request must not fail because its log entry cannot be written.
    }
  };
}

/** A line of JSON; undefined if a field is circular or cannot be read. */
function lineOf(entry: Readonly<Record<string, unknown>>): string | undefined {
  try {
    return `${JSON.stringify(entry, readable)}\n`;
  } catch {
    return undefined;
  }
}

/** The fields that are plain text or numbers, such as the request id, and the stacks of errors. */
function plain(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Error ? value.stack : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => Object(value) !== value));
}

/** Keeps the parts of an error that JSON omits, and drops what libraries attach to it, such as sockets. */
function readable(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}`;
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code = 'code' in value ? value.code : undefined;
  const errors = value instanceof AggregateError ? value.errors : undefined;
  return { name, message, code, stack, cause, errors };
}
