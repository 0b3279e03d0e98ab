import { PublicError } from '../kernel/errors.ts';

/** A 503 for what passes by itself. `reason` continues a sentence about the database. */
export function storeBusy(reason: string, cause: unknown): PublicError {
  const message = `The database ${reason}. Nothing that was stored is lost; send the same request again.`;
  return new PublicError('store_unavailable', message, { cause });
}

/** A 503 for what somebody has to mend. `reason` continues a sentence about the database. */
export function storeBroken(reason: string, cause: unknown): PublicError {
  const message = `The database ${reason}. That has to be mended before it can go on; the tracker's log says more.`;
  return new PublicError('store_unavailable', message, { cause });
}
