import * as z from 'zod';

/** A string with JSON of this schema. */
export function jsonText<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.addIssue(`is not JSON: ${error}`);
        return z.NEVER;
      }
    })
    .pipe(schema);
}
