import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, recordingTime } from '../kernel/clock.ts';
import { PublicError } from '../kernel/errors.ts';
import { partitionKey, rewatchSortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { changeItem } from '../store/whole-item.ts';
import { findFirstViewings } from './find-first-viewings.ts';
import { unrecordedRewatches } from './unrecorded-rewatches.ts';

/** `POST /rewatch`: records another viewing of each record, as a copy with its own time. */
export function rewatch(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Handler<typeof endpoints.rewatch> {
  const { store, clock } = deps;

  return async ({ user, request, deadline: { signal } }) => {
    const { source } = request;
    const pk = partitionKey(user);
    const timestamp = watchedAt(request.watched_at, recordingTime(clock), ['watched_at']);
    const viewings = await findFirstViewings(store, pk, request.ids, signal);
    const rewatches = viewings.map(({ index, original, copyFrom }) => ({
      from: copyFrom,
      sk: rewatchSortKey(original, timestamp, `ids[${index}]`),
      ...{ original, timestamp, source },
    }));

    const missing = await unrecordedRewatches(store, pk, rewatches, signal);
    const froms = missing.map(({ from }) => from);
    const records = await store.getWhole(pk, froms, signal);
    const byId = new Map(records.map((record) => [record.sk, record]));
    const copies = missing.flatMap(({ from, sk, original }) => {
      const record = byId.get(from);
      const changes = { sk, timestamp, rewatch_of: original, source: source ?? null };
      return record ? changeItem(record, changes) : [];
    });
    const added = await store.insertIfAbsent(copies, signal);
    const overtaken = missing.filter(({ sk }) => !added.has(sk));
    const lost = await unrecordedRewatches(store, pk, overtaken, signal);
    if (lost.length > 0) {
      const message = 'Some of these records were removed during the request; please try again.';
      throw new PublicError('conflict', message);
    }
    return { added: added.size };
  };
}
