import type { Log } from '../../../kernel/log.ts';

/**
 * Writes log entries as lines of JSON, whose fields CloudWatch can search. Powertools' logger would
 * do that too, but would take up a tenth of a cold start.
 */
export function createLog(write: (line: string) => void): Log {
  return (level, message, fields = {}) => {
    const entry = { time: new Date().toISOString(), level, message, ...fields };
    write(`${JSON.stringify(entry, readable)}\n`);
  };
}

/** Keeps the parts of an error that JSON omits, and drops what libraries attach to it, such as sockets. */
function readable(_name: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code = 'code' in value ? value.code : undefined;
  const errors = value instanceof AggregateError ? value.errors : undefined;
  return { name, message, code, stack, cause, errors };
}
