import * as z from 'zod';
import { PublicError } from '../kernel/errors.ts';

/** Where a page ends, as an opaque text that is safe in a query. */
export const toCursor = (position: unknown): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position of a cursor, or a 400. */
export function fromCursor<S extends z.ZodType>(cursor: string, position: S): z.output<S> {
  const { data } = z.safeParse(position, parseJson(Buffer.from(cursor, 'base64url').toString()));
  // Node decodes other characters too, and skips what it does not know.
  if (data !== undefined && toCursor(data) === cursor) return data;
  const message = 'before: must be the `next` of a page; start again without it';
  throw new PublicError('invalid_request', message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
