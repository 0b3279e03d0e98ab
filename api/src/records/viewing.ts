import type * as z from 'zod';
import { PublicError } from '../kernel/errors.ts';
import { watchItem } from '../store/items.ts';
import { naming } from '../store/shared-key.ts';

/** The attributes that distinguish records with the same key, and viewings with the same id. */
export const viewing = naming.extend({
  timestamp: watchItem.shape.timestamp.optional().catch(undefined),
  source: watchItem.shape.source,
});

export type Viewing = z.output<typeof viewing>;

/**
 * A 409 for a rewatch whose id belongs to another one. A rewatch is named after its time, but keeps its
 * id when it is moved to another time. `advice` says what to do about it.
 */
export function movedRewatch({ sk }: Viewing, advice: string): PublicError {
  const message = `${JSON.stringify(sk)} is the id of another viewing, which has been moved to another time; ${advice}`;
  return new PublicError('conflict', message);
}
