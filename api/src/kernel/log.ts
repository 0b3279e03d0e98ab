/** Writes a structured log entry. Callers must not pass credentials, request bodies or URL queries. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;
