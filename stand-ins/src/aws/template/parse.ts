import * as z from 'zod';

/** Parses a value. The error names it with `what` and lists everything that is invalid. */
export function parse<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${what}: ${z.prettifyError(result.error)}`);
  return result.data;
}
