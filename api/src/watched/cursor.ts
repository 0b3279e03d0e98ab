import * as z from 'zod';
import { PublicError } from '../kernel/errors.ts';
import { compareKeys } from '../store/keys.ts';

/** Where a record is in the list of all records. */
export interface Position {
  /** In epoch seconds. */
  readonly timestamp: number;
  readonly id: string;
}

const cursor = z.tuple([z.number(), z.string()]);

/** Sorts the latest first; of the same second, the one with the greatest id. */
export const newestFirst = (a: Position, b: Position): number =>
  b.timestamp - a.timestamp || compareKeys(b.id, a.id);

/** A position as an opaque text that is safe in a query. */
export const toCursor = ({ timestamp, id }: Position): string =>
  Buffer.from(JSON.stringify([timestamp, id])).toString('base64url');

/** The position of a cursor, or a 400. */
export function fromCursor(text: string): Position {
  try {
    const [timestamp, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { timestamp, id };
  } catch {
    const message = 'before: must be the `next` of a page; start again without it';
    throw new PublicError('invalid_request', message);
  }
}
