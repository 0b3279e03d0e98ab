import { PublicError } from '../kernel/errors.ts';

/** A 503 for a database that fails. */
export class StoreUnavailable extends PublicError {
  /** Follows `The database` in a sentence. */
  readonly reason: string;
  /** Whether a retry can succeed without anybody fixing something. */
  readonly isTransient: boolean;

  constructor(reason: string, isTransient: boolean, advice: string, cause: unknown) {
    super('store_unavailable', `The database ${reason}. ${advice}`, { cause });
    this.reason = reason;
    this.isTransient = isTransient;
  }
}

/** A 503 for a transient problem. `reason` follows `The database` in a sentence. */
export function storeBusy(reason: string, cause: unknown): StoreUnavailable {
  const advice = 'Nothing is lost; please try again.';
  return new StoreUnavailable(reason, true, advice, cause);
}

/** A 503 for a problem that somebody must fix. `reason` follows `The database` in a sentence. */
export function storeBroken(reason: string, cause: unknown): StoreUnavailable {
  const advice = "Fix that first, then try again; the tracker's log has the details.";
  return new StoreUnavailable(reason, false, advice, cause);
}

/** What happens and what to do when a file of the database is lost. */
export const LOST_ADVICE =
  'The tracker stops, since nothing that it records would be kept. Put the database back or restore a backup, then start the tracker again.';

/** A 503 for a database whose file at `path` was removed, moved or replaced. */
export function storeLost(path: string): StoreUnavailable {
  const reason = 'was removed, moved or replaced while it was open';
  const cause = new Error(`${path} is missing or another file`);
  return new StoreUnavailable(reason, false, LOST_ADVICE, cause);
}
