import { PublicError } from '../kernel/errors.ts';

/** A 503 for a database that fails. */
export class StoreUnavailable extends PublicError {
  /** Continues a sentence about the database. */
  readonly reason: string;
  /** Whether the same may well succeed later, with nothing mended. */
  readonly isTransient: boolean;

  constructor(reason: string, isTransient: boolean, advice: string, cause: unknown) {
    super('store_unavailable', `The database ${reason}. ${advice}`, { cause });
    this.reason = reason;
    this.isTransient = isTransient;
  }
}

/** A 503 for what passes by itself. `reason` continues a sentence about the database. */
export function storeBusy(reason: string, cause: unknown): StoreUnavailable {
  const advice = 'Nothing that was stored is lost; send the same request again.';
  return new StoreUnavailable(reason, true, advice, cause);
}

/** A 503 for what somebody has to mend. `reason` continues a sentence about the database. */
export function storeBroken(reason: string, cause: unknown): StoreUnavailable {
  const advice = "That has to be mended before it can go on; the tracker's log says more.";
  return new StoreUnavailable(reason, false, advice, cause);
}
