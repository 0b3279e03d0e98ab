/**
 * Writes one structured log entry. Callers pass no credential, request body or URL query.
 */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;
