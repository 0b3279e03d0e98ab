import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, nowInSeconds } from '../kernel/clock.ts';
import { PublicError } from '../kernel/errors.ts';
import { partitionKey, rewatchSortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { findFirstViewings } from './find-first-viewings.ts';
import { unrecordedRewatches } from './unrecorded-rewatches.ts';

/** `POST /rewatch`: records another viewing of each record, as a copy with its own time. */
export function rewatch(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Handler<typeof endpoints.rewatch> {
  const { store, clock } = deps;

  return async ({ user, body, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const timestamp = watchedAt(body.watched_at, nowInSeconds(clock), ['watched_at']);
    const viewings = await findFirstViewings(store, pk, body.ids, signal);
    const copies = viewings.map(({ index, original, copyFrom }) => ({
      from: copyFrom,
      to: rewatchSortKey(original, timestamp, `ids[${index}]`),
      attributes: { timestamp, rewatch_of: original, source: body.source ?? null },
    }));

    const missing = await unrecordedRewatches(store, pk, copies, signal);
    const added = await store.copyIfAbsent(pk, missing, signal);
    const overtaken = missing.filter(({ to }) => !added.has(to));
    const lost = await unrecordedRewatches(store, pk, overtaken, signal);
    if (lost.length > 0) {
      const message = 'Some of these records were removed during the request; please try again.';
      throw new PublicError('conflict', message);
    }
    return { added: added.size };
  };
}
