import { PublicError } from '../kernel/errors.ts';

/** A 503 that says why the database did not do its part. */
export function storeUnavailable(reason: string, cause: unknown): PublicError {
  const message = `The database ${reason}. Nothing that was stored is lost; send the same request again.`;
  return new PublicError('store_unavailable', message, { cause });
}
