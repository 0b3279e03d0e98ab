import { toDotPath } from 'zod/v4/core';
import { PublicError } from '../kernel/errors.ts';

/** How many seconds a client's clock can be ahead of the tracker's. */
const CLOCK_SKEW_SECONDS = 5 * 60;

/**
 * The time of a record in epoch seconds: what the client sent, or `now`. `path` leads to it in the request,
 * for the 400 if it is in the future.
 */
export function watchedAt(
  sent: number | undefined,
  now: number,
  path: readonly (string | number)[],
): number {
  if (sent === undefined) return now;
  if (sent <= now + CLOCK_SKEW_SECONDS) return sent;
  const message = `${toDotPath(path)}: is ${sent - now} seconds in the future, and at most ${CLOCK_SKEW_SECONDS} are allowed; correct it, or your clock`;
  throw new PublicError('invalid_request', message);
}
