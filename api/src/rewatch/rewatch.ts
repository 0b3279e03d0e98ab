import type { endpoints } from '@immersion-tracker/contract';
import { type Clock, epochSeconds } from '../kernel/clock.ts';
import { PublicError } from '../kernel/errors.ts';
import type { Handler } from '../kernel/route.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { findFirstViewings } from './find-first-viewings.ts';
import { rejectTakenKeys } from './taken-keys.ts';

/** How far a client's clock may be ahead of the tracker's. */
const CLOCK_SKEW_SECONDS = 5 * 60;

/**
 * `POST /rewatch`: records another viewing of each of these records, as a whole copy beside it with a
 * time of its own.
 */
export function rewatch(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Handler<typeof endpoints.rewatch> {
  const { store, clock } = deps;

  return async ({ user, body, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const timestamp = watchedAt(body.watched_at, epochSeconds(clock));
    const viewings = await findFirstViewings(store, pk, body.ids, signal);
    const copies = viewings.map(({ index, original, whole }) => ({
      from: whole,
      to: sortKey.rewatch(original, timestamp, `ids[${index}]`),
      attributes: { timestamp, rewatch_of: original, source: body.source ?? null },
    }));

    await rejectTakenKeys(store, pk, copies, signal);
    const added = await store.copyIfAbsent(pk, copies, signal);
    const overtaken = copies.filter(({ to }) => !added.has(to));
    await rejectTakenKeys(store, pk, overtaken, signal);
    return { added: added.size };
  };
}

function watchedAt(sent: number | undefined, now: number): number {
  if (sent === undefined) return now;
  if (sent <= now + CLOCK_SKEW_SECONDS) return sent;
  const message = `watched_at: is ${sent - now} seconds in the future, above the limit of ${CLOCK_SKEW_SECONDS}; check the clock`;
  throw new PublicError('invalid_request', message);
}
